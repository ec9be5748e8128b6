/** What the first sign-in needs of GitHub's token service. */
interface TokenService {
  /** False where the job lacks the permission `id-token: write`. */
  readonly offered: boolean;
  request(audience: string): Promise<string>;
}

/** A token that was asked for before the code that wants it is loaded. */
export interface FirstToken<Service> {
  /** Its first `request` gives that token, later ones a fresh one each. */
  readonly source: Service;
  /** When the request has left, and when GitHub has answered. Neither rejects. */
  readonly sent: Promise<void>;
  readonly answered: Promise<unknown>;
}

/**
 * Asks GitHub for the token of the first sign-in at once, so that the AWS SDK is loaded while GitHub answers.
 * @param requestSent tells when the next request has left
 * @returns undefined where GitHub offers none; who needs it says so
 */
export function askFirstToken<Service extends TokenService>(
  service: Service,
  audience: string,
  requestSent: () => Promise<void>,
): FirstToken<Service> | undefined {
  if (!service.offered) return undefined;
  const sent = requestSent();
  let token: Promise<string> | undefined = service.request(audience);
  return {
    sent,
    answered: token.catch(() => undefined),
    source: {
      ...service,
      request(wanted) {
        const given = token ?? service.request(wanted);
        token = undefined;
        return given;
      },
    },
  };
}
