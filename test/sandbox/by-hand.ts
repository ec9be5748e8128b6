import { addConnection, removeConnection } from './cloud/connections.ts';
import { createServices } from './cloud/services.ts';
import {
  detachInterfaces,
  endEndpoint,
  networkInterfacesFor,
  setConnectionStatus,
  startDeletingEndpoint,
} from './lifecycle.ts';
import { addAccessKey, addEndpoint, addRule } from './populate.ts';
import type { Cluster, Connection, Endpoint, Group, Kinds, Rule, Service, Subnet, Tags } from './types.ts';
import type { WorldState } from './world.ts';

/** What a person (or another tool) does to the world in a console, and what a test looks up in it. */
export interface ByHand {
  endpoints(filter?: (endpoint: Endpoint) => boolean): Endpoint[];
  endpoint(id: string): Endpoint;
  groups(filter?: (group: Group) => boolean): Group[];
  /** Ingress rules of a group. */
  rules(groupId: string): Rule[];
  connections(clusterId?: string): Connection[];
  services(): Service[];
  createEndpoint(endpoint: Partial<Endpoint> & { vpcId: string; serviceName: string }): Endpoint;
  deleteEndpoint(id: string): void;
  /** Takes an endpoint out of the world at once, with its interfaces and without a trace. */
  vanishEndpoint(id: string): void;
  endEndpoint(id: string, state: 'rejected' | 'failed' | 'expired'): void;
  setPrivateDns(endpointId: string, enabled: boolean): void;
  setEndpointSubnets(endpointId: string, subnetIds: string[]): void;
  setEndpointGroups(endpointId: string, groupIds: string[]): void;
  createGroup(group: { vpcId: string; name: string; tags?: Tags }): Group;
  deleteGroup(id: string): void;
  addRule(rule: Partial<Rule> & { groupId: string }): Rule;
  removeRule(id: string): void;
  /** Sets tags; a null value removes the key. */
  setTags(resourceId: string, tags: Record<string, string | null>): void;
  setVpcDns(vpcId: string, attributes: { support?: boolean; hostnames?: boolean }): void;
  addCidr(vpcId: string, cidr: string, state?: string): void;
  addPrivateZone(vpcId: string, domain: string): void;
  addSubnet(subnet: Partial<Subnet> & { vpcId: string; azId: string; cidr: string }): Subnet;
  changeService(serviceId: string, change: Partial<Service>): void;
  changeCluster(clusterId: string, change: Partial<Cluster>): void;
  /** Makes an Advanced cluster's services, all available at once. */
  makeServices(clusterId: string): Service[];
  /** Adds a connection as the Cloud Console would; it goes its usual way. */
  connect(clusterId: string, endpointId: string): void;
  disconnect(clusterId: string, endpointId: string): void;
  /** The Cloud turns a connection down, and the AWS endpoint with it. */
  rejectConnection(clusterId: string, endpointId: string): void;
  setConnectionStatus(clusterId: string, endpointId: string, status: Connection['status']): void;
  /** The next connections end so, instead of becoming available. */
  scriptConnections(script: { outcome: 'REJECTED' | 'FAILED' | 'EXPIRED'; clusterId?: string; times?: number }): void;
  addTrustedOwner(clusterId: string, externalOwnerId: string): void;
  /** Long-lived keys, as `aws configure` would have them. */
  addAccessKey(key: { accessKeyId: string; secretAccessKey: string; accountId: string }): void;
}

/** Binds the console to a world. Every change is noted at the present moment. */
export function byHand(world: WorldState): ByHand {
  const { tables } = world;
  const change = <T>(run: () => T): T => {
    world.tick();
    const result = run();
    world.tick();
    return result;
  };
  const must = <K extends keyof Kinds>(kind: K, id: string): Kinds[K] => {
    const found = tables[kind].get(id) as Kinds[K] | undefined;
    if (!found) throw new Error(`this world has no ${kind} ${id}`);
    return found;
  };
  const list = <K extends keyof Kinds>(kind: K): Kinds[K][] => {
    world.tick();
    return [...(tables[kind].values() as Iterable<Kinds[K]>)];
  };
  const edit = (run: () => void) => change(() => void run());
  return {
    endpoints: (filter = () => true) => list('endpoint').filter(filter),
    endpoint: (id) => {
      world.tick();
      return must('endpoint', id);
    },
    groups: (filter = () => true) => list('group').filter(filter),
    rules: (groupId) => list('rule').filter((rule) => rule.groupId === groupId && !rule.egress),
    connections: (clusterId) => list('connection').filter((one) => !clusterId || one.clusterId === clusterId),
    services: () => list('service'),
    createEndpoint: (endpoint) => change(() => addEndpoint(world, endpoint)),
    deleteEndpoint: (id) => edit(() => startDeletingEndpoint(world, must('endpoint', id))),
    vanishEndpoint: (id) =>
      edit(() => {
        for (const eni of tables.eni.values()) if (eni.endpointId === id) tables.eni.delete(eni.id);
        tables.endpoint.delete(id);
        for (const one of tables.connection.values()) if (one.endpointId === id) setConnectionStatus(one, 'STALE');
      }),
    endEndpoint: (id, state) => edit(() => endEndpoint(must('endpoint', id), state)),
    setPrivateDns: (id, enabled) =>
      edit(() => Object.assign(must('endpoint', id), { privateDnsEnabled: enabled, privateDnsTarget: enabled })),
    setEndpointSubnets: (id, subnetIds) =>
      edit(() => {
        const endpoint = must('endpoint', id);
        const gone = endpoint.subnetIds.filter((one) => !subnetIds.includes(one));
        const fresh = subnetIds.filter((one) => !endpoint.subnetIds.includes(one));
        detachInterfaces(world, endpoint, gone);
        endpoint.subnetIds = subnetIds;
        networkInterfacesFor(world, endpoint, fresh);
      }),
    setEndpointGroups: (id, groupIds) =>
      edit(() => {
        must('endpoint', id).groupIds = groupIds;
        for (const eni of tables.eni.values()) if (eni.endpointId === id) eni.groupIds = [...groupIds];
      }),
    createGroup: ({ vpcId, name, tags = {} }) =>
      change(() => {
        const vpc = must('vpc', vpcId);
        const id = world.id('sg');
        const home = { accountId: vpc.accountId, region: vpc.region, vpcId };
        const group: Group = { id, ...home, name, description: name, createdAt: world.now(), tags };
        tables.group.set(id, group);
        return group;
      }),
    deleteGroup: (id) =>
      edit(() => {
        for (const rule of tables.rule.values()) if (rule.groupId === id) tables.rule.delete(rule.id);
        tables.group.delete(id);
      }),
    addRule: (rule) => change(() => addRule(world, rule)),
    removeRule: (id) => edit(() => tables.rule.delete(id)),
    setTags: (id, tags) =>
      edit(() => {
        const found = tables.endpoint.get(id) ?? tables.group.get(id) ?? tables.rule.get(id) ?? must('vpc', id);
        for (const [key, value] of Object.entries(tags)) {
          if (value === null) delete found.tags[key];
          else found.tags[key] = value;
        }
      }),
    setVpcDns: (vpcId, { support, hostnames }) =>
      edit(() => {
        const vpc = must('vpc', vpcId);
        vpc.dnsSupport = support ?? vpc.dnsSupport;
        vpc.dnsHostnames = hostnames ?? vpc.dnsHostnames;
      }),
    addCidr: (vpcId, cidr, state = 'associated') => edit(() => must('vpc', vpcId).cidrs.push({ cidr, state })),
    addPrivateZone: (vpcId, domain) => edit(() => must('vpc', vpcId).privateZones.push(domain)),
    addSubnet: (subnet) =>
      change(() => {
        const vpc = must('vpc', subnet.vpcId);
        const home = { accountId: vpc.accountId, region: vpc.region };
        const usual = { freeIps: 250, ipv6Native: false, outpostArn: null, tags: {} };
        const full: Subnet = { id: world.id('subnet'), ...home, ...usual, ...subnet };
        tables.subnet.set(full.id, full);
        return full;
      }),
    changeService: (id, values) => edit(() => Object.assign(must('service', id), values)),
    changeCluster: (id, values) => edit(() => Object.assign(must('cluster', id), values)),
    makeServices: (clusterId) =>
      change(() => {
        const { seconds } = world.settings;
        const usual = seconds.serviceCreate;
        seconds.serviceCreate = 0;
        const made = createServices(world, must('cluster', clusterId));
        seconds.serviceCreate = usual;
        world.tick();
        return made.flatMap((one) => tables.service.get(one.serviceId ?? '') ?? []);
      }),
    connect: (clusterId, endpointId) => edit(() => addConnection(world, must('cluster', clusterId), endpointId)),
    disconnect: (clusterId, endpointId) => edit(() => removeConnection(world, must('cluster', clusterId), endpointId)),
    rejectConnection: (clusterId, endpointId) =>
      edit(() => {
        setConnectionStatus(must('connection', `${clusterId}/${endpointId}`), 'REJECTED');
        const endpoint = tables.endpoint.get(endpointId);
        if (endpoint) endEndpoint(endpoint, 'rejected');
      }),
    setConnectionStatus: (clusterId, endpointId, status) =>
      edit(() => setConnectionStatus(must('connection', `${clusterId}/${endpointId}`), status)),
    scriptConnections: ({ outcome, clusterId, times = 1 }) =>
      void world.connectionScript.push({ outcome, clusterId: clusterId ?? null, times }),
    addTrustedOwner: (clusterId, externalOwnerId) =>
      edit(() => {
        const id = world.random.uuid();
        tables.trustedOwner.set(id, { id, clusterId, externalOwnerId, createdAt: world.now() });
      }),
    addAccessKey: (key) => addAccessKey(world, key),
  };
}
