import { type Activity, ActivityHandler, CloudAdapter } from "botbuilder";
import Fastify from "fastify";
import { ChannelAuthentication } from "../../../bot/teams/wire/authentication.ts";

/**
 * What the bot's turns are laid beside: botbuilder's echo. It checks who sent an activity and signs its calls by the same code as the
 * product, and does nothing else.
 *
 * Environment: PORT, and of the server's settings TENANT_ID, BOT_APP_ID, BOT_APP_PASSWORD, BOT_CONNECTOR_METADATA_URL, BOT_TOKEN_URL.
 */
const { PORT, TENANT_ID, BOT_APP_ID, BOT_APP_PASSWORD, BOT_CONNECTOR_METADATA_URL, BOT_TOKEN_URL } = process.env;

class EchoAdapter extends CloudAdapter {
  answer(authorization: string, activity: Activity, handler: ActivityHandler) {
    return this.processActivity(authorization, activity, (context) => handler.run(context));
  }
}

const adapter = new EchoAdapter(
  new ChannelAuthentication({
    tenantId: TENANT_ID ?? "",
    appId: BOT_APP_ID ?? "",
    appPassword: BOT_APP_PASSWORD,
    connectorMetadataUrl: BOT_CONNECTOR_METADATA_URL,
    tokenUrl: BOT_TOKEN_URL,
  }),
);

const echo = new ActivityHandler().onMessage(async (context, next) => {
  await context.sendActivity(`You said: ${context.activity.text}`);
  await next();
});

const server = Fastify();
server.post<{ Body: Activity }>("/api/messages", async ({ headers, body }, reply) => {
  const answer = await adapter.answer(headers.authorization ?? "", body, echo);
  return reply.code(answer?.status ?? 200).send(answer?.body);
});

process.once("SIGTERM", () => void server.close());
await server.listen({ port: Number(PORT), host: "127.0.0.1" });
process.stdout.write("ready\n");
