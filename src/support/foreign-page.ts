import { oneLine, shortened } from './errors.ts';

// The page of a proxy, a firewall or a load balancer that came in the place of an answer.

/** `text/html` out of a header, short enough for a first line. */
export function contentTypeOf(header: string | undefined): string {
  return shortened(oneLine((header ?? '').split(';')[0] ?? ''), 24) || 'no content type';
}

/**
 * What to do about such a page; a proxy that wants other credentials says so by the status.
 * @param fallback for every other status
 */
export function fixForPage(status: number, fallback: string): string {
  return status === 407
    ? 'Set the correct user and password in HTTPS_PROXY or HTTP_PROXY, or name the host in NO_PROXY.'
    : fallback;
}
