/** What the bot needs to know about where it runs. */
export interface BotSettings {
  /** The one tenant that is served, in lower case. */
  readonly tenantId: string;
  readonly appId: string;
  /** Absent where the bot runs with a managed identity. */
  readonly appPassword?: string | undefined;
  /** Where the channel publishes its keys; Microsoft's own unless given. */
  readonly connectorMetadataUrl?: string | undefined;
  /** Where the bot gets its tokens for the channel; Microsoft Entra unless given. */
  readonly tokenUrl?: string | undefined;
  /** Accepts activities that nobody signed. Only for the Agents Playground on one's own machine. */
  readonly allowUnsigned?: boolean | undefined;
  /** Where new one-to-one chats are made for someone who never wrote; Teams' worldwide address unless given. */
  readonly serviceUrl?: string | undefined;
  /** The app's id in its manifest, by which links find its pages; the bot's own id unless given. */
  readonly teamsAppId?: string | undefined;
}

/** What the bot logs through; fields are ids and codes, never words. */
export interface BotLog {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}
