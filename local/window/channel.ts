import { localApp } from "../identities.ts";
import { channelClient } from "../sign-in/clients.ts";
import type { Activity } from "./activities.ts";

/** What the bot's endpoint answered; status 0 means that no answer came, and `body` says why. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface ChannelOptions {
  readonly issuer: string;
  readonly appUrl: string;
  readonly serviceUrl: string;
}

const answerTimeoutMs = 15_000;
const renewBeforeMs = 60_000;

/** The way from the channel to the bot: activities over HTTP, each with a token that the sign-in signed for the channel. */
export class Channel {
  readonly #options: ChannelOptions;
  #token: { readonly value: string; readonly renewAt: number } | undefined;

  constructor(options: ChannelOptions) {
    this.#options = options;
  }

  /** Posts one activity, once: nothing is retried and nothing is de-duplicated, as with the real channel. */
  async post(activity: Activity): Promise<BotAnswer> {
    try {
      const answer = await fetch(`${this.#options.appUrl}/api/messages`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await this.#bearer()}` },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(answerTimeoutMs),
      });
      return { status: answer.status, body: parsed(await answer.text()) };
    } catch (error) {
      return { status: 0, body: (error as Error).message };
    }
  }

  async #bearer() {
    if (this.#token && Date.now() < this.#token.renewAt) return this.#token.value;
    const answer = await fetch(`${this.#options.issuer}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: channelClient.id,
        client_secret: channelClient.secret,
        scope: `${localApp.botAppId}/.default`,
        serviceurl: this.#options.serviceUrl,
      }),
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    if (!answer.ok) throw new Error(`The sign-in refused the channel: ${answer.status} ${await answer.text()}`);
    const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number };
    this.#token = { value: access_token, renewAt: Date.now() + expires_in * 1000 - renewBeforeMs };
    return access_token;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
