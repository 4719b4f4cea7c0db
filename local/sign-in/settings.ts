import { z } from "zod";

const seconds = z.number().int().min(1).max(8_640_000);

/** How this sign-in behaves; tests change it while the process runs. Lifetimes are in seconds. */
export const settingsSchema = z.strictObject({
  /** Of a person's token for Counterpoint. */
  userTokenSeconds: seconds,
  /** Of a token for Graph in a person's name. */
  delegatedTokenSeconds: seconds,
  /** Of an application's own token. */
  appTokenSeconds: seconds,
  refreshTokenSeconds: seconds,
  /** Roles left out of the application's Graph tokens, as though no administrator had granted them. */
  withoutRoles: z.array(z.string()),
});

export type Settings = z.infer<typeof settingsSchema>;

/** As Entra has it: about an hour for what is carried about, ninety days for refresh tokens. */
export const usualSettings: Settings = {
  userTokenSeconds: 3600,
  delegatedTokenSeconds: 3600,
  appTokenSeconds: 3599,
  refreshTokenSeconds: 7_776_000,
  withoutRoles: [],
};
