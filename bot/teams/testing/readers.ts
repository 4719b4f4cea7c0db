import { botMessages } from "../../../shared/content/bot-messages.ts";
import type { CardReader } from "../turn.ts";
import { now } from "./people.ts";

/** Ana at her desk in London. */
export const inLondon: CardReader = { locale: "en-GB", timeZone: "Europe/London", now, words: botMessages("en-GB") };

/** Ben at his in Kolkata, with the same way of writing times. */
export const inKolkata: CardReader = { ...inLondon, timeZone: "Asia/Kolkata" };
