import type { IncomingHttpHeaders } from 'node:http';
import type { ServiceName } from './request-log.ts';
import type { WorldState } from './world.ts';

interface Bare {
  headers: IncomingHttpHeaders;
  url: URL;
  body: string;
  params: Record<string, string>;
}

/**
 * Where a request holds a secret that does not belong there, as `<beginning of the secret> in <place>`.
 * A secret without a home of its own is taken for a key of the Cloud API, which belongs into its Authorization header.
 */
export function misplacedSecrets(world: WorldState, service: ServiceName, request: Bare): string[] {
  const places = placesOf(request);
  return [...world.secrets].flatMap((secret) => {
    const home = world.secretHomes.get(secret) ?? 'cloud authorization';
    return places
      .filter(([place, text]) => text.includes(secret) && !isAt(home, service, place))
      .map(([place]) => `${secret.slice(0, 12)}… in ${place} of a request to ${service}`);
  });
}

function isAt(home: string, service: ServiceName, place: string): boolean {
  if (home === `${service} ${place}`) return true;
  return (service === 'ec2' || service === 'sts') && home === `aws ${place}`;
}

function placesOf({ headers, url, body, params }: Bare): [place: string, text: string][] {
  const form = String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
  return [
    ...Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ['the path', url.pathname],
    ...Object.entries(params),
    // A form is among the parameters, where a secret has a name.
    ...(form ? [] : [['the body', body] as [string, string]]),
  ];
}
