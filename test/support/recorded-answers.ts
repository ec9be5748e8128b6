// Answers of the services as objects, with their shapes and without anything in them that identifies anybody.

type Leaf = string | number | boolean | null;
type Tree = { [name: string]: Tree | (Tree | Leaf)[] | Leaf };
/** What a template is an answer to. */
export interface Template {
  readonly service: 'ec2' | 'sts' | 'cloud' | 'github' | 'github-token' | 'metadata';
  readonly name: string;
  readonly status: number;
  readonly body: Tree;
}

const tag = { key: 'Name', value: 'default' };
const claim = {
  key: 'cockroachdb-privatelink/claim/x',
  value: 'v1 repo= on= kind=none cluster= of= used= run= name=default',
};
const endpoint = {
  vpcEndpointId: '',
  vpcEndpointType: 'Interface',
  vpcId: '',
  serviceName: '',
  state: 'available',
  policyDocument: '',
  subnetIdSet: { item: ['', ''] },
  groupSet: { item: { groupId: '', groupName: 'default' } },
  privateDnsEnabled: 'true',
  networkInterfaceIdSet: { item: ['', ''] },
  dnsEntrySet: { item: [{ dnsName: '', hostedZoneId: '' }] },
  creationTimestamp: '',
  ownerId: '',
  lastError: { code: '', message: '' },
  tagSet: { item: [tag, claim] },
};
const rule = {
  ipProtocol: 'tcp',
  fromPort: '26257',
  toPort: '26257',
  ipRanges: { item: [{ cidrIp: '', description: '' }] },
  ipv6Ranges: { item: { cidrIpv6: '' } },
  groups: { item: { userId: '', groupId: '' } },
};
const of = (service: Template['service'], name: string, body: Tree, status = 200): Template => ({
  service,
  name,
  status,
  body,
});

export const TEMPLATES: readonly Template[] = [
  of('ec2', 'endpoints', {
    DescribeVpcEndpointsResponse: { requestId: '', vpcEndpointSet: { item: [endpoint, endpoint] }, nextToken: '' },
  }),
  of('ec2', 'one endpoint', { CreateVpcEndpointResponse: { requestId: '', vpcEndpoint: endpoint } }),
  of('ec2', 'groups', {
    DescribeSecurityGroupsResponse: {
      securityGroupInfo: {
        item: [
          {
            ownerId: '',
            groupName: '',
            groupId: '',
            groupDescription: '',
            vpcId: '',
            ipPermissions: { item: rule },
            tagSet: { item: tag },
          },
        ],
      },
    },
  }),
  of('ec2', 'subnets', {
    DescribeSubnetsResponse: {
      subnetSet: {
        item: [
          {
            subnetId: '',
            subnetArn: '',
            state: 'available',
            ownerId: '',
            vpcId: '',
            cidrBlock: '',
            availableIpAddressCount: '250',
            availabilityZone: '',
            availabilityZoneId: '',
            tagSet: { item: [tag, tag] },
          },
        ],
      },
    },
  }),
  of('ec2', 'VPCs', {
    DescribeVpcsResponse: {
      vpcSet: {
        item: {
          vpcId: '',
          ownerId: '',
          cidrBlock: '',
          dhcpOptionsId: '',
          isDefault: 'false',
          cidrBlockAssociationSet: {
            item: { cidrBlock: '', associationId: '', cidrBlockState: { state: 'associated' } },
          },
        },
      },
    },
  }),
  of('ec2', 'interfaces', {
    DescribeNetworkInterfacesResponse: {
      networkInterfaceSet: {
        item: [
          {
            networkInterfaceId: '',
            subnetId: '',
            privateIpAddress: '',
            privateDnsName: '',
            description: '',
            requesterId: '',
            groupSet: { item: { groupId: '', groupName: '' } },
            attachment: { instanceOwnerId: '', attachTime: '', status: 'attached' },
          },
        ],
      },
    },
  }),
  of('ec2', 'refusal', { Response: { Errors: { Error: { Code: '', Message: '' } }, RequestID: '' } }, 400),
  of('ec2', 'unsuccessful', {
    DeleteVpcEndpointsResponse: { unsuccessful: { item: { error: { code: '', message: '' }, resourceId: '' } } },
  }),
  of('sts', 'session', {
    AssumeRoleWithWebIdentityResponse: {
      AssumeRoleWithWebIdentityResult: {
        Credentials: { AccessKeyId: '', SecretAccessKey: '', SessionToken: '', Expiration: '' },
        AssumedRoleUser: { AssumedRoleId: '', Arn: '' },
        SubjectFromWebIdentityToken: '',
        Provider: '',
        Audience: '',
      },
    },
  }),
  of('sts', 'caller', { GetCallerIdentityResponse: { GetCallerIdentityResult: { Arn: '', UserId: '', Account: '' } } }),
  of('sts', 'refusal', { ErrorResponse: { Error: { Type: 'Sender', Code: '', Message: '' }, RequestId: '' } }, 403),
  of('cloud', 'cluster', {
    id: '',
    name: '',
    cockroach_version: 'v25.4.2',
    plan: 'STANDARD',
    cloud_provider: 'AWS',
    account_id: '',
    state: 'CREATED',
    creator_id: '',
    config: { serverless: { routing_id: '', usage_limits: { request_unit_limit: '1' } } },
    regions: [{ name: '', sql_dns: '', ui_dns: '', internal_dns: '', node_count: 3, primary: true }],
    created_at: '',
    parent_id: '',
    labels: { x: '' },
  }),
  of('cloud', 'services', {
    services: [
      {
        region_name: '',
        status: 'AVAILABLE',
        name: '',
        endpoint_service_id: '',
        availability_zone_ids: ['', ''],
        aws: { service_name: '', service_id: '' },
      },
    ],
  }),
  of('cloud', 'connections', {
    connections: [{ region_name: '', endpoint_id: '', service_id: '', status: 'PENDING', cloud_provider: 'AWS' }],
  }),
  of('cloud', 'clusters', {
    clusters: [{ id: '', name: '', plan: 'BASIC', state: 'CREATED' }],
    pagination: { next_page: '', limit: 500 },
  }),
  of('cloud', 'owners', {
    trusted_owners: [{ id: '', external_owner_id: '', type: 'AWS_ACCOUNT_ID', created_at: '' }],
  }),
  of('cloud', 'allowlist', {
    allowlist: [{ cidr_ip: '', cidr_mask: 16, name: '', sql: true, ui: false }],
    propagating: false,
  }),
  of('cloud', 'refusal', { code: 3, message: '', details: [{ '@type': '', message: '' }] }, 400),
  of('github', 'issue', {
    number: 0,
    id: 0,
    state: 'open',
    title: '',
    body: '',
    html_url: '',
    user: { login: '', id: 0 },
    labels: [{ name: '' }],
    created_at: '',
    author_association: 'OWNER',
  }),
  of('github', 'branch', { name: '', protected: false, commit: { sha: '', url: '' } }),
  of('github', 'pull', {
    number: 0,
    state: 'closed',
    merged: true,
    head: { ref: '', sha: '', user: { login: '' }, repo: { name: '', owner: { login: '' } } },
    base: { ref: '' },
  }),
  of(
    'github',
    'refusal',
    { message: '', documentation_url: '', errors: [{ resource: '', field: '', code: '', message: '' }] },
    422,
  ),
  of('github-token', 'token', { value: '', count: 0 }),
  of('metadata', 'credentials', { AccessKeyId: '', Token: '', Expiration: '' }),
];

export type { Tree };

const escapes = (text: string) =>
  text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`).replace(/[^\n\r\t\x20-\ud7ff]/g, '?');

/** How a value can stand in XML. */
export const XML_WAYS: Readonly<Record<string, (name: string, text: string) => string>> = {
  text: (name, text) => `<${name}>${escapes(text)}</${name}>`,
  CDATA: (name, text) => `<${name}><![CDATA[${text.replaceAll(']]>', '')}]]></${name}>`,
  entities: (name, text) =>
    `<${name}>${[...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join('')}</${name}>`,
  attribute: (name, text) => `<${name} of="${escapes(text)}">x</${name}>`,
  comment: (name, text) => `<${name}><!-- ${escapes(text).replaceAll('--', '-')} -->x</${name}>`,
};

/** An object as XML. @param way of the leaf that `isPlanted` finds */
export function xmlOf(tree: Tree, way: string, isPlanted: (text: string) => boolean): string {
  const element = (name: string, value: Tree | (Tree | Leaf)[] | Leaf): string => {
    if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
    if (typeof value === 'object' && value !== null)
      return `<${name}>${Object.entries(value)
        .map(([key, inner]) => element(key, inner))
        .join('')}</${name}>`;
    const text = String(value);
    return (
      isPlanted(text)
        ? (XML_WAYS[way] as (name: string, text: string) => string)
        : (XML_WAYS['text'] as never as (name: string, text: string) => string)
    )(name, text);
  };
  return `<?xml version="1.0"?>${Object.entries(tree)
    .map(([name, value]) => element(name, value))
    .join('')}`;
}
