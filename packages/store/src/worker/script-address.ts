/** What of Trusted Types is needed. */
export interface TrustedTypesLike {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

type Policy = ReturnType<TrustedTypesLike["createPolicy"]>;

// A page may forbid to make a policy of one name twice, so the one that was made has to be kept: one a page.
const policies = new WeakMap<TrustedTypesLike, Policy | null>();

/**
 * The address of a worker's program in the form that a page with Trusted Types takes: through the policy `whenwhere`, which
 * lets nothing pass that is not of the page's own origin (a Blob URL of the page is). Where there are no Trusted Types, or
 * the page does not allow the policy, the address as it is.
 *
 * @throws TypeError for an address of another origin.
 */
export function scriptAddress(url: string, page: PageOrigin): string {
  const { trustedTypes } = page;
  if (trustedTypes === undefined) return url;
  let policy = policies.get(trustedTypes);
  if (policy === undefined) {
    policy = policyOf(trustedTypes, page);
    policies.set(trustedTypes, policy);
  }
  // A trusted address stands where a string stands.
  return policy === null ? url : (policy.createScriptURL(url) as string);
}

/** What says where a page stands. */
export interface PageOrigin {
  /** "null" in a sandboxed frame, whatever its address says; as the origin of its Blob URLs. */
  readonly origin?: string;
  readonly trustedTypes?: TrustedTypesLike;
  readonly document?: { readonly baseURI: string };
  readonly location?: { readonly origin: string; readonly href: string };
  readonly URL?: new (url: string, base?: string) => { readonly origin: string };
}

function policyOf(trustedTypes: TrustedTypesLike, page: PageOrigin): Policy | null {
  const { document, location, URL: Urls } = page;
  const own = page.origin ?? location?.origin;
  try {
    return trustedTypes.createPolicy("whenwhere", {
      createScriptURL(url) {
        const origin = Urls && new Urls(url, document?.baseURI ?? location?.href).origin;
        if (origin === own) return url;
        throw new TypeError(`The worker's address "${url}" is not of this page's origin. Serve the file from ${own}`);
      },
    });
  } catch {
    // Not among the page's `trusted-types`. Where it enforces none, the plain address will do.
    return null;
  }
}
