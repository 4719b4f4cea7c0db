import type { FastifyReply, FastifyRequest } from "fastify";
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose";
import { localApp } from "../../identities.ts";
import { refusal } from "./answer.ts";

const audience = "https://api.botframework.com";

/** A hook that lets only this bot through, by the token that the sign-in gave it. */
export function onlyTheBot(issuer: string): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  let keys: JWTVerifyGetKey | undefined;
  return async (request, reply) => {
    const token = request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1];
    if (token === undefined) return unauthorized(reply, "A bearer token is required.");
    try {
      keys ??= await keysOf(issuer);
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ["RS256"] });
      if (payload.appid !== localApp.botAppId) throw new Error("The token belongs to another application.");
    } catch (error) {
      return unauthorized(reply, `Authorization has been denied: ${(error as Error).message}`);
    }
  };
}

async function unauthorized(reply: FastifyReply, message: string) {
  await reply.code(401).send(refusal(401, "Unauthorized", message).body);
}

async function keysOf(issuer: string) {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
}
