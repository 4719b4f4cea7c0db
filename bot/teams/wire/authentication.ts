import { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import type { BotSettings } from "../settings.ts";
import { credentialsOf } from "./credentials.ts";

type Authentication = ConfigurationBotFrameworkAuthentication;
export type Authenticated = Awaited<ReturnType<Authentication["authenticateRequest"]>>;
type ConnectorFactory = ReturnType<Authentication["createConnectorFactory"]>;
type Connector = Awaited<ReturnType<ConnectorFactory["create"]>>;

/** Who signs what the channel sends, wherever its keys are published. */
const channelIssuer = "https://api.botframework.com";
const channelMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

/** How long one call to the channel may take, in milliseconds. */
const callTimeoutMs = 10_000;

/**
 * The SDK's verification of what the channel sends, and its way of calling the channel. Locally and in a tenant it is the same code with
 * other addresses.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(settings: BotSettings) {
    const metadataUrl = settings.connectorMetadataUrl ?? channelMetadataUrl;
    super(
      {
        ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${settings.tenantId}`,
        ToChannelFromBotOAuthScope: channelIssuer,
        ToBotFromChannelTokenIssuer: channelIssuer,
        OAuthUrl: "https://token.botframework.com",
        ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
        // Emulators and other bots are not let in: their tokens are looked for among the channel's keys, where they are not.
        ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
        ValidateAuthority: true,
      },
      credentialsOf(settings),
    );
  }

  override async authenticateRequest(
    ...request: Parameters<Authentication["authenticateRequest"]>
  ): Promise<Authenticated> {
    const authenticated = await super.authenticateRequest(...request);
    return authenticated.connectorFactory
      ? { ...authenticated, connectorFactory: askingOnce(authenticated.connectorFactory) }
      : authenticated;
  }

  override createConnectorFactory(...identity: Parameters<Authentication["createConnectorFactory"]>): ConnectorFactory {
    return askingOnce(super.createConnectorFactory(...identity));
  }
}

/** The channel takes no idempotency key, so a call is made once: whoever wants it again decides so knowingly. */
function askingOnce(factory: ConnectorFactory): ConnectorFactory {
  return {
    create: async (...where) => {
      const connector = await factory.create(...where);
      const { pipeline } = clientOf(connector);
      pipeline.removePolicy({ name: "defaultRetryPolicy" });
      pipeline.addPolicy({
        name: "counterpointTimeout",
        sendRequest: (request, next) => {
          request.timeout = callTimeoutMs;
          return next(request);
        },
      });
      return connector;
    },
  };
}

interface Client {
  readonly pipeline: {
    readonly removePolicy: (options: { readonly name: string }) => unknown;
    readonly addPolicy: (policy: {
      readonly name: string;
      readonly sendRequest: <Answer>(
        request: { timeout: number },
        next: (request: { timeout: number }) => Answer,
      ) => Answer;
    }) => void;
  };
}

// The SDK keeps the client it calls with to itself; its retries can be reached no other way.
const clientOf = (connector: Connector): Client => connector["client"];
