import type { Answer } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { errorAnswer, notFound } from './responses.ts';

/** A certificate like that of a cluster's own CA, valid until 2126; its key is nobody's. */
export const CLUSTER_CA = `-----BEGIN CERTIFICATE-----
MIIBrDCCAVOgAwIBAgIUcptUngksev8vTIH90IkrT8Xv5M8wCgYIKoZIzj0EAwIw
KzESMBAGA1UECgwJQ29ja3JvYWNoMRUwEwYDVQQDDAxDb2Nrcm9hY2ggQ0EwIBcN
MjYxMjAxMDIyMjA5WhgPMjEyNjExMDcwMjIyMDlaMCsxEjAQBgNVBAoMCUNvY2ty
b2FjaDEVMBMGA1UEAwwMQ29ja3JvYWNoIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0D
AQcDQgAEO4lTiMtGUbfCdxzH8X2SVhP/slBF8ASKBQXjtMqkVO6oAku1rWApf3PK
0LY1AKvBeMBzLzCCJ1iiSPDh7Pp2D6NTMFEwHQYDVR0OBBYEFCuK4CJ8WqXm90rV
DKG9lrPgqccvMB8GA1UdIwQYMBaAFCuK4CJ8WqXm90rVDKG9lrPgqccvMA8GA1Ud
EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIge+2/JAJQIAbwa9Vihwn+QdOB
80iBsmvd0GjXwOlhAhcCIEcWmR2XiUNe4G/sBbkU0lAjjg/ukWLsBU75JihMGPY/
-----END CERTIFICATE-----
`;

const certificatesOf = new WeakMap<WorldState, Map<string, string>>();

/** By cluster ID: what `GET /clusters/{id}/cert` answers with in place of the usual PEM; may be set at any time. */
export function caCertificates(world: WorldState): Map<string, string> {
  const certificates = certificatesOf.get(world) ?? new Map<string, string>();
  certificatesOf.set(world, certificates);
  return certificates;
}

/** The CA of a cluster: public, outside of the API proper, and asked for without a key. Undefined for any other path. */
export function caAnswer(world: WorldState, method: string, path: string): Answer | undefined {
  const id = /^\/clusters\/([^/]+)\/cert$/.exec(path)?.[1];
  if (method !== 'GET' || id === undefined) return undefined;
  const clusterId = decodeURIComponent(id);
  const cluster = world.read('cluster').find((one) => one.id === clusterId);
  const own = cluster?.plan === 'ADVANCED' && cluster.state !== 'CREATING' ? CLUSTER_CA : undefined;
  const body = caCertificates(world).get(clusterId) ?? own;
  if (body === undefined) return errorAnswer(notFound(`cluster '${id}' not found`));
  return { status: 200, headers: { 'Content-Type': 'application/x-pem-file', Via: '1.1 google' }, body };
}
