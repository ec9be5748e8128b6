import { parse } from '@cdktn/hcl2json';

/** What a resource of a provider takes and tells. */
interface Schema {
  arguments: readonly string[];
  attributes: readonly string[];
}

/**
 * The resources that docs/terraform.md uses, with the names that the providers' own documentation has for them:
 * registry.terraform.io/providers/cockroachdb/cockroach (1.22.0) and registry.terraform.io/providers/hashicorp/aws (6).
 */
const SCHEMAS: Readonly<Record<string, Schema>> = {
  cockroach_private_endpoint_services: { arguments: ['cluster_id'], attributes: ['id', 'services', 'services_map'] },
  cockroach_private_endpoint_connection: {
    arguments: ['cluster_id', 'endpoint_id'],
    attributes: ['cloud_provider', 'id', 'region_name', 'service_id'],
  },
  aws_security_group: {
    arguments: ['description', 'egress', 'ingress', 'name', 'name_prefix', 'revoke_rules_on_delete', 'tags', 'vpc_id'],
    attributes: ['arn', 'id', 'owner_id', 'tags_all'],
  },
  aws_vpc_security_group_ingress_rule: {
    arguments: [
      ...['cidr_ipv4', 'cidr_ipv6', 'description', 'from_port', 'ip_protocol', 'prefix_list_id'],
      ...['referenced_security_group_id', 'security_group_id', 'tags', 'to_port'],
    ],
    attributes: ['arn', 'security_group_rule_id', 'tags_all'],
  },
  aws_vpc_endpoint: {
    arguments: [
      ...['service_name', 'vpc_id', 'auto_accept', 'policy', 'private_dns_enabled', 'dns_options', 'ip_address_type'],
      ...['route_table_ids', 'subnet_configuration', 'subnet_ids', 'security_group_ids', 'tags', 'vpc_endpoint_type'],
    ],
    attributes: [
      ...['id', 'arn', 'cidr_blocks', 'dns_entry', 'network_interface_ids', 'owner_id', 'prefix_list_id'],
      ...['requester_managed', 'state', 'tags_all'],
    ],
  },
  aws_vpc_endpoint_private_dns: { arguments: ['private_dns_enabled', 'vpc_endpoint_id'], attributes: [] },
};
/** Arguments that Terraform itself has for every resource. */
const META = ['count', 'depends_on', 'for_each', 'lifecycle', 'provider'];

/** A configuration as HashiCorp's own parser reads it. */
export interface Configuration {
  removed?: { from: string; lifecycle: { destroy: boolean }[] }[];
  import?: { to: string; id: string }[];
  resource?: Record<string, Record<string, Record<string, unknown>[]>>;
}

/** Parses a configuration. @throws Error for what is no HCL */
export async function parseHcl(text: string): Promise<Configuration> {
  return (await parse('page.tf', text)) as Configuration;
}

/** The one body of a resource. */
export function resourceOf({ resource = {} }: Configuration, address: string): Record<string, unknown> {
  const [type = '', name = ''] = address.replace(/^\$\{(.*)\}$/, '$1').split('.');
  const [body, ...more] = resource[type]?.[name] ?? [];
  if (body === undefined || more.length > 0)
    throw new Error(`${address} is declared ${more.length + 1} times or never`);
  return body;
}

/** Names that the providers do not know, and references to what is not declared. */
export function unknownNames(configuration: Configuration): string[] {
  const { resource = {} } = configuration;
  const wrong: string[] = [];
  for (const [type, named] of Object.entries(resource)) {
    const known = SCHEMAS[type];
    if (known === undefined) wrong.push(type);
    for (const [name, bodies] of Object.entries(named)) {
      const given = bodies.flatMap((body) => Object.keys(body));
      const allowed = [...(known?.arguments ?? []), ...META];
      wrong.push(...given.filter((one) => !allowed.includes(one)).map((one) => `${type}.${name}: ${one}`));
    }
  }
  for (const [, type = '', name = '', attribute] of JSON.stringify(resource).matchAll(
    /\$\{([a-z]\w*)\.(\w+)(?:\.(\w+))?/g,
  )) {
    const { arguments: taken = [], attributes: told = [] } = SCHEMAS[type] ?? {};
    if (resource[type]?.[name] === undefined) wrong.push(`no ${type}.${name}`);
    else if (attribute !== undefined && ![...taken, ...told].includes(attribute))
      wrong.push(`${type}.${name} has no ${attribute}`);
  }
  return wrong;
}

/** True for a resource type that the table above knows. */
export function isKnownType(address: string): boolean {
  return Object.hasOwn(SCHEMAS, address.replace(/^\$\{(.*)\}$/, '$1').split('.')[0] ?? '');
}
