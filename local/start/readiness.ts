import { setTimeout as wait } from "node:timers/promises";

/** Waits until this address answers 200; gives up quietly when the process behind it is gone, as that is told elsewhere. */
export async function answers(url: string, isLiving: () => boolean): Promise<void> {
  while (isLiving()) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (ok) return;
    await wait(50);
  }
}

/** Where the sign-in process says that tokens are fetched. */
export async function tokenEndpointOf(issuer: string): Promise<string> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  const document = (await response.json()) as { token_endpoint?: unknown };
  if (typeof document.token_endpoint !== "string") throw new Error(`${issuer} publishes no token endpoint.`);
  return document.token_endpoint;
}
