import type { Answering } from '../harness/stand-in.ts';

/** What a service was asked: the operation or method and path, what it was given, and the access key of whoever asked. */
export interface Noted {
  readonly what: string;
  readonly given: Record<string, unknown>;
  readonly accessKeyId: string;
}

const AWS_JSON = 'application/x-amz-json-1.1';

function json(status: number, value: unknown, type = AWS_JSON) {
  return { status, headers: { 'content-type': type }, body: JSON.stringify(value) };
}

/** Whose key signed a request: Signature Version 4 names it. */
const signer = (headers: Record<string, string>) =>
  /Credential=(\w+)\//.exec(headers['authorization'] ?? '')?.[1] ?? '';

/**
 * SSM Parameter Store and Secrets Manager for one value, which is there already. Source: their API references, PutParameter
 * (ParameterAlreadyExists without Overwrite) and PutSecretValue (ResourceNotFoundException for a secret that is not there).
 */
export function valueStore(noted: Noted[]): Answering {
  return async ({ headers, body }) => {
    const what = headers['x-amz-target'] ?? '';
    const given = JSON.parse(body) as Record<string, unknown>;
    noted.push({ what, given, accessKeyId: signer(headers) });
    if (what === 'AmazonSSM.PutParameter')
      return given['Overwrite'] === true
        ? json(200, { Version: 2, Tier: 'Standard' })
        : json(400, { __type: 'ParameterAlreadyExists' });
    if (what === 'secretsmanager.PutSecretValue')
      return given['SecretId'] === 'shop/database-url'
        ? json(200, {
            Name: 'shop/database-url',
            VersionId: given['ClientRequestToken'],
            VersionStages: ['AWSCURRENT'],
          })
        : json(400, { __type: 'ResourceNotFoundException' });
    return json(400, { __type: 'UnknownOperationException' });
  };
}

/** EKS with one cluster, whose API server is at this address. Source: Amazon EKS API Reference, DescribeCluster. */
export function eks(endpoint: string, ca: string): Answering {
  return async ({ method, url }) =>
    method === 'GET' && url === '/clusters/my-eks'
      ? json(200, {
          cluster: {
            name: 'my-eks',
            arn: 'arn:aws:eks:us-east-1:111122223333:cluster/my-eks',
            endpoint,
            status: 'ACTIVE',
            certificateAuthority: { data: Buffer.from(ca).toString('base64') },
          },
        })
      : json(404, { __type: 'ResourceNotFoundException' });
}

const CONFIG_MAPS = '/api/v1/namespaces/{namespace}/configmaps/{name}';
/** Of the OpenAPI document, what kubectl looks for: whether the server validates fields by itself. */
const SCHEMA = {
  openapi: '3.0.0',
  info: { title: 'Kubernetes', version: 'v1.32.0' },
  paths: {
    [CONFIG_MAPS]: {
      patch: {
        parameters: [{ name: 'fieldValidation', in: 'query', schema: { type: 'string' } }],
        responses: { 200: { description: 'OK' } },
        'x-kubernetes-group-version-kind': { group: '', version: 'v1', kind: 'ConfigMap' },
      },
    },
  },
};

/**
 * The API server of a Kubernetes cluster on EKS, for server-side apply of ConfigMaps. Without a token of EKS it answers 401.
 * Source: kubernetes.io, API concepts (discovery, OpenAPI v3, server-side apply); EKS, Cluster authentication.
 */
export function kubernetes(applied: Noted[]): Answering {
  const answer = (code: number, value: unknown) => json(code, value, 'application/json');
  return async ({ method, url, headers, body }) => {
    const path = url.split('?')[0] ?? '';
    const token = /^Bearer k8s-aws-v1\.(.+)$/.exec(headers['authorization'] ?? '')?.[1];
    if (token === undefined) return answer(401, status(401, 'Unauthorized'));
    const signed = new URL(Buffer.from(token, 'base64url').toString());
    const accessKeyId = signed.searchParams.get('X-Amz-Credential')?.split('/')[0] ?? '';
    if (path === '/openapi/v2') return { status: 200, headers: { 'content-type': OPENAPI_V2 }, body: SWAGGER };
    const found = DISCOVERY[path];
    if (found !== undefined) return answer(200, found);
    if (method === 'PATCH' && /^\/api\/v1\/namespaces\/shop\/configmaps\/\w+$/.test(path)) {
      const given = JSON.parse(body) as Record<string, unknown>;
      applied.push({ what: path, given, accessKeyId });
      return answer(201, given);
    }
    return answer(404, status(404, 'NotFound'));
  };
}

/** What kubectl before 1.27 asks for, in protobuf: a document that says its version, and describes no resource. */
const OPENAPI_V2 = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';
const SWAGGER = '\n\u00032.0';

const DISCOVERY: Readonly<Record<string, unknown>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [] },
  '/api/v1': {
    kind: 'APIResourceList',
    groupVersion: 'v1',
    resources: [
      {
        name: 'configmaps',
        singularName: 'configmap',
        namespaced: true,
        kind: 'ConfigMap',
        verbs: ['create', 'get', 'patch'],
      },
    ],
  },
  '/openapi/v3': { paths: { 'api/v1': { serverRelativeURL: '/openapi/v3/api/v1' } } },
  '/openapi/v3/api/v1': SCHEMA,
  '/version': { major: '1', minor: '32', gitVersion: 'v1.32.0' },
};

function status(code: number, reason: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, code, message: reason };
}
