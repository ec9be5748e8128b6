/** The part of an event's payload that the action reads. */
export interface Payload {
  readonly pull_request?: { readonly number?: number; readonly head?: unknown } | undefined;
  readonly issue?: { readonly number?: number; readonly pull_request?: unknown } | undefined;
}

/** The pull request that an event is for, 0 if it is for none. */
export function pullNumberOfEvent({ pull_request, issue }: Payload): number {
  return pull_request?.number ?? (issue?.pull_request === undefined ? 0 : (issue.number ?? 0));
}

/**
 * True for a pull request from a fork, to which GitHub gives neither tokens nor secrets (but for `pull_request_target`).
 * @param repository `owner/name` of the repository that the workflow runs in
 */
export function isForkEvent({ pull_request }: Payload, repository: string | undefined): boolean {
  const head = pull_request?.head as { repo?: { full_name?: string } | null } | undefined;
  // A fork that was deleted since has no repository at all.
  return head !== undefined && head.repo?.full_name !== repository;
}
