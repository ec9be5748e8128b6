/** A role that the template or module of `setup/aws` made, by its name. */
export type SetupRole = 'change' | 'verify' | 'previews';

const NAME = /^cockroachdb-privatelink(?:-[A-Za-z0-9]+)*?-(change|verify|previews)$/;

/** @param arn of the role, or its name. Undefined for a role of other origin. */
export function setupRole(arn: string): SetupRole | undefined {
  return NAME.exec(arn.slice(arn.lastIndexOf('/') + 1))?.[1] as SetupRole | undefined;
}

/**
 * The parameters of `setup/aws` with which the role trusts a subject; undefined where no parameter does.
 * @param sub the subject of a token of GitHub, in either form
 */
export function trustParameters(role: SetupRole, sub: string): string | undefined {
  const [, repository, rest = ''] = /^repo:([^:/\s]+\/[^:/\s]+):(.+)$/.exec(sub) ?? [];
  if (repository === undefined || /[,\s]/.test(sub)) return undefined;
  const given = `Repository=${repository}`;
  const branch = /^ref:refs\/heads\/(.+)$/.exec(rest)?.[1];
  if (branch !== undefined)
    return role === 'change' ? `${given} Branch=${branch} DeploymentEnvironment=` : `${given} Branch=${branch}`;
  if (rest === 'pull_request')
    return { change: undefined, verify: `${given} PlanOnPullRequests=true`, previews: given }[role];
  if (role === 'previews') return undefined;
  const environment = /^environment:([^:]+)$/.exec(rest)?.[1];
  return environment === undefined ? `MoreSubjects=${sub}` : `${given} DeploymentEnvironment=${environment}`;
}

/**
 * What to look at first where a role of `setup/aws` may not do something: the parameter that binds it, never a wider
 * policy.
 * @param resource the ARN that AWS named, '' where it named none
 */
export function setupAdvice(role: SetupRole, action: string, resource: string): string {
  if (role === 'verify' && !/:Describe/.test(action))
    return 'The role only reads: set role-to-assume to the one that ends in -change.';
  const vpc = role === 'previews' ? 'PreviewVpcId' : 'VpcId';
  if (/:Describe/.test(action) && resource === '')
    return 'Check aws-region: the role is bound to the region in which setup/aws was deployed.';
  if (/:vpc\//.test(resource)) return `Check vpc-id: the parameter ${vpc} of setup/aws binds the role to one VPC.`;
  if (action.startsWith('route53:')) return 'Set the parameter RestrictPrivateDns of setup/aws to false.';
  if (/:CreateVpcEndpoint$/.test(action) && /:vpc-endpoint\//.test(resource))
    return `Check the parameters ServiceName and Team of setup/aws; ${TEAM}.`;
  if (/:vpc-endpoint\/|:CreateSecurityGroup$/.test(`${resource}${action}`))
    return `Check the parameter Team of setup/aws; ${TEAM}.`;
  if (/:(security-group|subnet)\//.test(resource)) return `Check the parameters ${vpc} and Team of setup/aws; ${TEAM}.`;
  return 'Deploy setup/aws of the version of the action that you use.';
}

const TEAM = 'with Team, the step needs the same in tags: team=VALUE';
