import { createServer } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { localApp, localTenant } from "../../identities.ts";

/** What a token says; what isn't given is as Entra's would be for this app, good for an hour. */
export interface TokenWishes {
  readonly roles?: readonly string[];
  readonly scp?: string;
  readonly oid?: string;
  readonly audience?: string;
  readonly issuer?: string;
  readonly tid?: string;
  readonly expiresIn?: string;
  readonly idtyp?: "app" | "user";
}

/** A sign-in service that publishes its keys on loopback and signs what it is asked to. */
export interface TestIssuer {
  readonly url: string;
  token(wishes?: TokenWishes): Promise<string>;
  close(): Promise<void>;
}

/** Every role that the product asks for. */
export const allRoles = [
  "Calendars.ReadWrite",
  "MailboxSettings.Read",
  "User.Read.All",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All",
  "TeamsAppInstallation.ReadWriteSelfForUser.All",
  "OnlineMeetings.ReadWrite.All",
];

/** Every scope that a person grants the product. */
export const allScopes = [
  "User.Read",
  "User.ReadBasic.All",
  "Calendars.ReadWrite",
  "MailboxSettings.Read",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat",
  "OnlineMeetings.ReadWrite",
].join(" ");

/** Starts an issuer with a fresh key. */
export async function startTestIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const key = { ...(await exportJWK(publicKey)), kid: "test", alg: "RS256", use: "sig" };
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    const isKeys = request.url === "/keys";
    response.end(JSON.stringify(isKeys ? { keys: [key] } : { issuer: root, jwks_uri: `${root}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The issuer has no port.");
  const root = `http://127.0.0.1:${address.port}`;
  return {
    url: root,
    async token(wishes = {}) {
      const { roles = allRoles, scp, oid, tid = localTenant.id } = wishes;
      const grants =
        scp === undefined ? { roles, idtyp: wishes.idtyp ?? "app" } : { scp, idtyp: wishes.idtyp ?? "user" };
      return new SignJWT({ ...grants, ...(oid === undefined ? {} : { oid }), tid, appid: localApp.clientId })
        .setProtectedHeader({ alg: "RS256", kid: "test" })
        .setIssuer(wishes.issuer ?? root)
        .setAudience(wishes.audience ?? "https://graph.microsoft.com")
        .setIssuedAt()
        .setExpirationTime(wishes.expiresIn ?? "1h")
        .sign(privateKey);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
