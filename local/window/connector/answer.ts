/** What the connector answers: a status and a JSON body, as values, so that a fault may still keep them from the bot. */
export interface ConnectorAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the connector's own shape. */
export const refusal = (status: number, code: string, message: string): ConnectorAnswer => ({
  status,
  body: { error: { code, message } },
});
