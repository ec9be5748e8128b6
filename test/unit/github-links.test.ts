import { describe, expect, it } from 'vitest';
import { liveBranches } from '../../src/github/live-refs.ts';
import { failure, githubWorld, REPOSITORY } from './github-support.ts';

const GITHUB = 'https://api.github.com';
const SERVER = 'https://ghes.example/api/v3';
const PORT = 'https://ghes.example:8443/api/v3';
const HERE = '/repositories/700000001/branches';
const EVIL = 'https://evil.example';
const next = (address: string) => `<${address}>; rel="next"`;

/** `Link` of the first page, and the address of the second. */
const FOLLOWED: readonly [what: string, api: string, link: string, second: string][] = [
  ['GitHub by repository ID', GITHUB, next(`${GITHUB}${HERE}?page=2`), `${GITHUB}${HERE}?page=2`],
  [
    'GitHub by name',
    GITHUB,
    next(`${GITHUB}/repos/acme/shop/branches?page=2`),
    `${GITHUB}/repos/acme/shop/branches?page=2`,
  ],
  ['an Enterprise Server', SERVER, next(`${SERVER}${HERE}?page=2`), `${SERVER}${HERE}?page=2`],
  ['an Enterprise Server with a port', PORT, next(`${PORT}${HERE}?page=2`), `${PORT}${HERE}?page=2`],
  ['an API address with a slash at its end', `${SERVER}/`, next(`${SERVER}${HERE}?page=2`), `${SERVER}${HERE}?page=2`],
  ['the usual port, written out', GITHUB, next(`https://api.github.com:443${HERE}?page=2`), `${GITHUB}${HERE}?page=2`],
  ['a host in capitals', GITHUB, next(`HTTPS://API.GitHub.com${HERE}?page=2`), `${GITHUB}${HERE}?page=2`],
  ['an absolute path', SERVER, next(`/api/v3${HERE}?page=2`), `${SERVER}${HERE}?page=2`],
  ['a query alone', GITHUB, next('?page=2'), `${GITHUB}/repos/acme/shop/branches?page=2`],
  ['a path that leads up and back', SERVER, next(`${SERVER}/x/..${HERE}`), `${SERVER}${HERE}`],
  ['the same host without a scheme', GITHUB, next(`//api.github.com${HERE}`), `${GITHUB}${HERE}`],
  [
    'a cursor with signs that octokit expands',
    GITHUB,
    next(`${GITHUB}${HERE}?after=a:bc{owner}`),
    `${GITHUB}${HERE}?after=a%3Abc%7Bowner%7D`,
  ],

  [
    'several links, next last',
    GITHUB,
    `<${EVIL}/>; rel="last", <${EVIL}/>; rel="prev", ${next(`${GITHUB}${HERE}`)}`,
    `${GITHUB}${HERE}`,
  ],
  ['several links, next first', GITHUB, `${next(`${GITHUB}${HERE}`)}, <${EVIL}/>; rel="last"`, `${GITHUB}${HERE}`],
  [
    'several links without spaces',
    GITHUB,
    `<${EVIL}/>;rel=prev,<${GITHUB}${HERE}>;rel=next,<${EVIL}/>;rel=last`,
    `${GITHUB}${HERE}`,
  ],
  ['rel without quotes', GITHUB, `<${GITHUB}${HERE}>; rel=next`, `${GITHUB}${HERE}`],
  ['rel in capitals', GITHUB, `<${GITHUB}${HERE}>; REL="Next"`, `${GITHUB}${HERE}`],
  ['rel after other parameters', GITHUB, `<${GITHUB}${HERE}>; title="a, b; c"; foo; rel="next"`, `${GITHUB}${HERE}`],
  ['rel of several words', GITHUB, `<${GITHUB}${HERE}>; rel="last next"`, `${GITHUB}${HERE}`],
  ['odd white space', GITHUB, ` < ${GITHUB}${HERE} >\t ;  rel \t= "next" ,`, `${GITHUB}${HERE}`],
  ['a comma in the address', GITHUB, next(`${GITHUB}${HERE}?a=b,c;d`), `${GITHUB}${HERE}?a=b,c;d`],
];

/** `Link` of the first page that leads nowhere: the list ends there. */
const NONE: readonly [what: string, link: string][] = [
  ['no next', `<${EVIL}/>; rel="last", <${EVIL}/>; rel="prev"`],
  ['next in a title only', `<${EVIL}/>; rel="last"; title="; rel=next"`],
  ['next in the address only', `<${EVIL}/?rel="next">; rel="last"`],
  ['a word that only begins so', `<${EVIL}/>; rel="next-archive"`],
  ['another parameter', `<${EVIL}/>; rev="next"`],
  ['a second rel, which does not count', `<${EVIL}/>; rel="last"; rel="next"`],
  ['no address', `${EVIL}/; rel="next"`],
  ['nothing', ''],
];

/** `Link` of the first page that is refused, and where the message says that it leads. */
const REFUSED: readonly [what: string, api: string, link: string, where: string][] = [
  ['another host', GITHUB, next(`${EVIL}${HERE}`), EVIL],
  ['another host, without quotes', GITHUB, `<${EVIL}${HERE}>;rel=next`, EVIL],
  ['another host, after other parameters', GITHUB, `<${EVIL}${HERE}>; title="x"; rel="next"`, EVIL],
  [
    'another host as the last of several links',
    GITHUB,
    `<${GITHUB}${HERE}>; rel="last", ${next(`${EVIL}${HERE}`)}`,
    EVIL,
  ],
  [
    'a host that begins with the right one',
    GITHUB,
    next(`https://api.github.com.evil.example${HERE}`),
    'https://api.github.com.evil.example',
  ],
  [
    'a host that ends with the right one',
    GITHUB,
    next(`https://evil-api.github.com${HERE}`),
    'https://evil-api.github.com',
  ],
  ['a host with a dot at its end', GITHUB, next(`https://api.github.com.${HERE}`), 'https://api.github.com.'],
  ['a letter that only looks alike', GITHUB, next(`https://api.gíthub.com${HERE}`), 'https://api.xn--gthub-zsa.com'],
  ['the web site', GITHUB, next('https://github.com/acme/shop'), 'https://github.com'],
  ['GitHub, asked by an Enterprise Server', SERVER, next(`${GITHUB}${HERE}`), GITHUB],
  ['another port', GITHUB, next(`https://api.github.com:8443${HERE}`), 'https://api.github.com:8443'],
  ['no port where one is needed', PORT, next(`https://ghes.example/api/v3${HERE}`), 'https://ghes.example'],
  ['http', GITHUB, next(`http://api.github.com${HERE}`), 'http://api.github.com'],
  ['http on the port of https', GITHUB, next(`http://api.github.com:443${HERE}`), 'http://api.github.com:443'],
  ['another host without a scheme', GITHUB, next(`//evil.example${HERE}`), EVIL],
  ['another host without a scheme, with backslashes', GITHUB, next(`\\\\evil.example${HERE}`), EVIL],
  ['another host after a user name that looks right', GITHUB, next(`https://api.github.com@evil.example${HERE}`), EVIL],
  ['another host after a password that looks right', GITHUB, next(`https://api:github.com@evil.example${HERE}`), EVIL],
  ['a user name', GITHUB, next(`https://mallory@api.github.com${HERE}`), 'https://api.github.com with a user name'],
  ['a password', GITHUB, next(`https://:hunter2@api.github.com${HERE}`), 'https://api.github.com with a user name'],
  ['outside the base path', SERVER, next(`https://ghes.example${HERE}`), `https://ghes.example${HERE}`],
  [
    'a path that begins like the base path',
    SERVER,
    next(`https://ghes.example/api/v3x${HERE}`),
    `https://ghes.example/api/v3x${HERE}`,
  ],
  ['out of the base path by dots', SERVER, next(`${SERVER}/../../evil`), 'https://ghes.example/evil'],
  ['out of the base path by dots in code', SERVER, next(`${SERVER}/%2e%2e/%2E./evil`), 'https://ghes.example/evil'],
  ['GraphQL', SERVER, next('https://ghes.example/api/graphql'), 'https://ghes.example/api/graphql'],
  ['data', GITHUB, next('data:application/json,[]'), 'data:'],
  ['a script', GITHUB, next('javascript:alert(1)'), 'javascript:'],
  ['a file', GITHUB, next('file:///etc/passwd'), 'file:'],
  ['a host that is none', GITHUB, next('https://[evil'), 'an invalid address'],
  ['a port that is none', GITHUB, next(`https://api.github.com:99999${HERE}`), 'an invalid address'],
  ['no host', GITHUB, next('https://'), 'an invalid address'],
];

/** Reads a list whose first page has this `Link`, and notes where its requests went. */
async function readWith(apiUrl: string, Link: string) {
  const world = await githubWorld({ apiUrl });
  world.sandbox.world.branches.add('other');
  const match = { service: 'github', action: /branches$/ } as const;
  world.sandbox.faults.add({ match, kind: 'rewrite', rewrite: ({ headers }) => ({ headers: { ...headers, Link } }) });
  return { ...world, list: () => liveBranches(world.api, REPOSITORY) };
}
const first = (api: string) => `GET ${api.replace(/\/$/, '')}/repos/acme/shop/branches?per_page=100`;

describe('the next page', () => {
  it.each(FOLLOWED)('is followed: %s', async (_, api, link, second) => {
    const { list, addresses } = await readWith(api, link);
    expect(await list()).toEqual(new Set(['main', 'other']));
    expect(addresses).toEqual([first(api), `GET ${second}`]);
  });

  it.each(NONE)('is none: %s', async (_, link) => {
    const { list, addresses } = await readWith(GITHUB, link);
    expect(await list()).toEqual(new Set(['main', 'other']));
    expect(addresses).toEqual([first(GITHUB)]);
  });

  it.each(REFUSED)('is refused: %s', async (_, api, link, where) => {
    const { list, addresses, debug } = await readWith(api, link);
    const error = await failure(list());
    expect(error).toMatchObject({
      code: 'github-unavailable',
      message: `Could not list the branches of acme/shop: GitHub's answer points to ${where}`,
      fix: `Check GITHUB_API_URL (${api}) and the proxy between the runner and GitHub; nothing was sent there.`,
    });
    expect(addresses).toEqual([first(api)]);
    expect([error.message, ...debug].join()).not.toContain('hunter2');
  });
});
