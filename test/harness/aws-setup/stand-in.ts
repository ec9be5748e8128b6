// What stands in for CloudFormation and IAM when somebody pastes the set-up: stacks are evaluated by this project's own
// evaluator, and their roles are made in the sandbox. Source: CloudFormation API reference (CreateChangeSet,
// ExecuteChangeSet, DescribeStacks), IAM API reference (ListOpenIDConnectProviders).
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type QueryParams, queryParams, toXml, type Xml } from '../../sandbox/aws/query-protocol.ts';
import { ids, type Sandbox } from '../../sandbox/index.ts';
import { install } from '../../support/aws-setup.ts';
import { evaluateTemplate } from './cloudformation.ts';
import { type Evaluated, providerArn } from './evaluated.ts';

/** A request to a stand-in, and its answer. */
export interface Asked {
  readonly url: string;
  readonly body: string;
}
export interface Told {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Stack {
  template: string;
  parameters: Record<string, string>;
  made: Evaluated | undefined;
  status: 'REVIEW_IN_PROGRESS' | 'CREATE_COMPLETE' | 'UPDATE_COMPLETE';
}

/** The services of AWS that the set-up talks to, for a sandbox. */
export function setupServices(box: Sandbox): Record<'cloudformation' | 'iam', (asked: Asked) => Promise<Told>> {
  const account = box.world.accounts.get(ids.account);
  if (account === undefined) throw new Error('the sandbox has no account');
  const place = { partition: account.partition, region: ids.region, accountId: account.id };
  const stacks = new Map<string, Stack>();
  const changes = new Map<string, Stack>();
  const arn = (name: string) => `arn:aws:cloudformation:${ids.region}:${ids.account}:stack/${name}/1`;

  const actions: Record<string, (params: QueryParams) => Xml> = {
    DescribeStacks(params) {
      const name = params.get('StackName') ?? '';
      const stack = stacks.get(nameOf(name));
      if (stack === undefined) throw new Refusal('ValidationError', `Stack with id ${name} does not exist`);
      const Outputs = Object.entries(stack.made?.outputs ?? {}).map(([OutputKey, OutputValue]) => ({
        OutputKey,
        OutputValue,
      }));
      const Parameters = Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      }));
      const StackStatus = stack.status;
      const CreationTime = '2026-12-01T00:00:00Z';
      return {
        Stacks: [
          { StackName: nameOf(name), StackId: arn(nameOf(name)), StackStatus, CreationTime, Parameters, Outputs },
        ],
      };
    },
    CreateChangeSet(params) {
      const name = nameOf(params.get('StackName') ?? '');
      const template = params.get('TemplateBody') ?? '';
      if (/RoleName:/.test(template) && !params.list('Capabilities.member').includes('CAPABILITY_NAMED_IAM'))
        throw new Refusal('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_NAMED_IAM]');
      const before = stacks.get(name)?.parameters ?? {};
      const parameters = Object.fromEntries(
        params.structures('Parameters.member').flatMap((one): [string, string][] => {
          const key = one.get('ParameterKey') ?? '';
          const value = one.flag('UsePreviousValue') ? before[key] : one.get('ParameterValue');
          return value === undefined ? [] : [[key, value]];
        }),
      );
      try {
        evaluateTemplate(template, parameters, place);
      } catch (error) {
        throw new Refusal('ValidationError', (error as Error).message);
      }
      const id = `arn:aws:cloudformation:${ids.region}:${ids.account}:changeSet/${params.get('ChangeSetName')}/1`;
      changes.set(id, { template, parameters, made: undefined, status: 'REVIEW_IN_PROGRESS' });
      if (!stacks.has(name)) stacks.set(name, { template, parameters, made: undefined, status: 'REVIEW_IN_PROGRESS' });
      return { Id: id, StackId: arn(name) };
    },
    GetTemplateSummary(params) {
      const template = params.get('TemplateBody') ?? stacks.get(nameOf(params.get('StackName') ?? ''))?.template ?? '';
      const { Parameters } = parse(template) as { Parameters: Record<string, { Type: string }> };
      return {
        Parameters: Object.entries(Parameters).map(([ParameterKey, one]) => ({
          ParameterKey,
          ParameterType: one.Type,
        })),
      };
    },
    DescribeChangeSet: () => ({ Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' }),
    ExecuteChangeSet(params) {
      const change = changes.get(params.get('ChangeSetName') ?? '');
      if (change === undefined) throw new Refusal('ChangeSetNotFound', 'ChangeSet does not exist');
      const made = evaluateTemplate(change.template, change.parameters, place);
      if (made.provider !== undefined) {
        // An account has one provider for each address.
        if (account.oidcAudiences !== null) throw new Refusal('EntityAlreadyExists', 'Provider already exists');
        account.oidcAudiences = [...made.provider.audiences];
      }
      install(box, made);
      const name = nameOf(params.get('StackName') ?? '');
      const status = stacks.get(name)?.made === undefined ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE';
      stacks.set(name, { ...change, made, status });
      return {};
    },
    ListOpenIDConnectProviders: () => ({
      OpenIDConnectProviderList: account.oidcAudiences === null ? [] : [{ Arn: providerArn(place) }],
    }),
  };
  const serve = async ({ body }: Asked): Promise<Told> => {
    const params = queryParams(Object.fromEntries(new URLSearchParams(body)));
    const name = params.get('Action') ?? '';
    const act = actions[name];
    try {
      if (act === undefined) throw new Refusal('InvalidAction', `Could not find operation ${name}`);
      return answer(200, `${name}Response`, { [`${name}Result`]: act(params) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer(400, 'ErrorResponse', { Error: { Type: 'Sender', Code: error.code, Message: error.message } });
    }
  };
  return { cloudformation: serve, iam: serve };
}

class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The name of a stack, by its name or ARN. */
function nameOf(stack: string): string {
  return stack.startsWith('arn:') ? (stack.split('/')[1] ?? '') : stack;
}

function answer(status: number, name: string, content: Xml): Told {
  const body = toXml(name, content).replaceAll(/(<\/?)item>/g, '$1member>');
  return { status, headers: { 'Content-Type': 'text/xml' }, body };
}

/** A file of this repository, as GitHub serves it: `/OWNER/REPO/REF/path`. */
export async function repositoryFile({ url }: { readonly url: string }): Promise<Told> {
  const path = url.split('/').slice(4).join('/');
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: readFileSync(path, 'utf8') };
}
