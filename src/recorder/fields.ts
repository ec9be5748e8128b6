/**
 * What a field holds, which decides how it is written:
 * - `text`: words of the dictionary and stand-ins of what is known by its shape; states, codes and messages are this.
 * - `flag`, `number`: as they are, if they are one.
 * - `time`: seconds from the start of the recording.
 * - `inside`: an object or list whose own fields are looked up.
 * - `host`, `account`, `digest`, `ident` (a number that identifies) and the names: their stand-ins.
 * - `tagged`: a tag, with `key` and `value`.
 */
export type FieldType =
  | 'text'
  | 'flag'
  | 'number'
  | 'time'
  | 'inside'
  | 'host'
  | 'account'
  | 'digest'
  | 'ident'
  | 'tagged'
  | `name:${'cluster' | 'owner' | 'repo' | 'branch' | 'role' | 'name' | 'user' | 'routing' | 'page'}`;

/** By the name of a field, or of its parent and it: `regions.name`. What is in none of them is not written. */
export type Fields = ReadonlyMap<string, FieldType>;

/** @param rows names with spaces between them, by their type */
function fields(rows: Partial<Record<FieldType, string>>): Fields {
  return new Map(
    Object.entries(rows).flatMap(([type, names]) =>
      names
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => [name, type as FieldType]),
    ),
  );
}

/** Answers of EC2 and STS. Source: the API references of Amazon EC2 (2016-11-15) and AWS STS (2011-06-15). */
export const AWS_ANSWER: Fields = fields({
  inside: `
    item vpcEndpointSet vpcEndpoint vpcSet subnetSet securityGroupInfo networkInterfaceSet subnetIdSet groupSet groups
    routeTableIdSet networkInterfaceIdSet dnsEntrySet dnsOptions ipPermissions ipPermissionsEgress ipRanges ipv6Ranges
    prefixListIds cidrBlockAssociationSet cidrBlockState ipv6CidrBlockAssociationSet ipv6CidrBlockState
    privateIpAddressesSet ipv6AddressesSet attachment enableDnsSupport enableDnsHostnames unsuccessful error lastError
    securityGroupRuleSet ipv4PrefixSet Response Errors Error ErrorResponse
    AssumeRoleWithWebIdentityResult AssumeRoleResult AssumedRoleUser Credentials
    GetCallerIdentityResult ResponseMetadata
    DescribeVpcEndpointsResponse DescribeVpcsResponse DescribeSubnetsResponse DescribeSecurityGroupsResponse
    DescribeNetworkInterfacesResponse DescribeVpcAttributeResponse CreateVpcEndpointResponse ModifyVpcEndpointResponse
    DeleteVpcEndpointsResponse CreateSecurityGroupResponse DeleteSecurityGroupResponse CreateTagsResponse
    DeleteTagsResponse AuthorizeSecurityGroupIngressResponse RevokeSecurityGroupIngressResponse
    AssumeRoleWithWebIdentityResponse AssumeRoleResponse GetCallerIdentityResponse revokedSecurityGroupRuleSet
    unknownIpPermissionSet referencedGroupInfo`,
  tagged: 'tagSet',
  text: `
    vpcEndpointId vpcEndpointType vpcId serviceName serviceRegion state subnetId subnetIdSet.item groupId ipProtocol
    availabilityZone availabilityZoneId cidrIp cidrIpv4 cidrIpv6 cidrBlock ipv6CidrBlock ipv6Address privateIpAddress
    networkInterfaceIdSet.item routeTableIdSet.item code Code message Message Type
    networkInterfaceId status statusMessage description securityGroupRuleId securityGroupArn failureReason
    instanceTenancy dhcpOptionsId ipAddressType dnsRecordIpType resourceId prefixListId associationId interfaceType
    Arn Provider privateDnsOnlyForInboundResolverEndpoint requesterId referencedGroupId subnetArn ownershipSetting
    vpcPeeringConnectionId peeringStatus privateDnsPreference`,
  host: 'dnsName privateDnsName',
  account: 'ownerId userId Account instanceOwnerId',
  flag: `
    privateDnsEnabled requesterManaged isDefault defaultForAz return mapPublicIpOnLaunch enabled primary
    assignIpv6AddressOnCreation ipv6Native enableDns64
    sourceDestCheck isEgress enableDnsSupport.value enableDnsHostnames.value`,
  number: 'fromPort toPort availableIpAddressCount PackedPolicySize',
  time: 'creationTimestamp Expiration createTime attachTime',
  'name:name': 'groupName hostedZoneId AssumedRoleId UserId SubjectFromWebIdentityToken Audience subnetName',
  'name:page': 'nextToken',
});

/** Parameters of EC2 and STS, by their last part that is no number. */
export const AWS_PARAMETER: Fields = fields({
  text: `
    VpcId VpcEndpointId VpcEndpointType ServiceName SubnetId SecurityGroupId AddSubnetId RemoveSubnetId
    AddSecurityGroupId RemoveSecurityGroupId GroupId GroupDescription Description Attribute ResourceId Name Value
    ResourceType IpProtocol CidrIp CidrIpv6 NetworkInterfaceId RoleArn SecurityGroupRuleId DnsRecordIpType
    IpAddressType ResourceArn ServiceRegion`,
  flag: 'PrivateDnsEnabled DryRun AllAvailabilityZones',
  number: 'FromPort ToPort MaxResults DurationSeconds',
  account: 'UserId',
  digest: 'ClientToken',
  'name:name': 'GroupName RoleSessionName',
  'name:page': 'NextToken',
});

/** Requests and answers of the Cloud API. Source: its OpenAPI description. */
export const CLOUD: Fields = fields({
  inside: `
    clusters config serverless dedicated usage_limits regions pagination services connections trusted_owners
    trusted_owner allowlist aws details private_endpoint_services metadata error`,
  text: `
    id cluster_id creator_id parent_id plan cloud_provider state operation_status upgrade_status upgrade_type
    cockroach_version network_visibility delete_protection egress_traffic_policy machine_type regions.name region_name
    service_name service_id status endpoint_id endpoint_service_id availability_zone_ids code message type
    @type account_id details.message cidr_ip error.message error.code cloud_provider_region`,
  host: 'sql_dns ui_dns internal_dns private_endpoint_dns',
  account: 'external_owner_id',
  'name:cluster': 'name',
  'name:routing': 'routing_id',
  'name:name': 'allowlist.name tenant_id',
  'name:page': 'next_page previous_page pagination.next_page',
  flag: 'primary sql ui propagating',
  number: `
    node_count num_virtual_cpus storage_gib disk_iops memory_gib cidr_mask spend_limit request_unit_limit
    storage_mib_limit provisioned_virtual_cpus code`,
  time: 'created_at updated_at deleted_at',
});

/** Requests and answers of GitHub's REST API, and of the one GraphQL query. */
export const GITHUB: Fields = fields({
  inside:
    'user head base repo owner items labels data viewer errors performed_via_github_app commit pull_request milestone',
  text: `
    state state_reason message documentation_url status code resource field type query labels.name author_association
    errors.message`,
  ident: 'number id databaseId',
  'name:user': 'login user.login',
  'name:repo': 'repo.name',
  'name:branch': 'ref name',
  'name:owner': 'owner.login',
  digest: 'sha',
  flag: 'protected merged draft incomplete_results locked',
  number: 'total_count comments',
  time: 'created_at updated_at closed_at merged_at',
});

/** Query parameters of the Cloud API and of GitHub. */
export const QUERY: Fields = fields({
  text: 'show_inactive pagination.sort_order pagination.as_of_time state sort direction per_page page labels order',
  number: 'pagination.limit',
  'name:page': 'pagination.page',
  'name:user': 'creator',
  'name:branch': 'head',
});

/** JSON outputs of the action. */
export const OUTPUT: Fields = fields({
  text: `
    id kind step after severity check subject expected found fix what why verdict path command plan status endpoint_id
    endpoint_state connection_status service_name security_group_id cluster_id environment_kind account
    connection_url`,
  'name:cluster': 'cluster_name cluster',
  host: 'internal_dns',
  flag: 'private_dns_enabled bookkeeping',
  account: 'id.account',
});
