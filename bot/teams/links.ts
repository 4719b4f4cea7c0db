import type { CheckInId } from "../../shared/domain/check-in.ts";
import type { CohortId } from "../../shared/domain/cohort.ts";
import type { BotSettings } from "./settings.ts";

/** Addresses that Teams opens inside itself. */
export interface Links {
  readonly home: string;
  readonly journal: string;
  /** Where the person connects the calendar, on About. */
  readonly calendar: string;
  /** What a person may prepare for a check-in. */
  readonly prepare: (checkInId: CheckInId) => string;
  /** What there is to say after a check-in: two taps and the journal draft. */
  readonly reflect: (checkInId: CheckInId) => string;
  /** The pairs in a booking for this cohort, on the coordinator's Home. */
  readonly cohortBooking: (cohortId: CohortId) => string;
  /** The person's own chat with the bot. */
  readonly chat: string;
}

/** The app's pages as Teams links. */
export function linksOf({
  appId,
  teamsAppId,
  tenantId,
}: Pick<BotSettings, "appId" | "teamsAppId" | "tenantId">): Links {
  const page = (name: string, part?: string) => {
    const context = part === undefined ? "" : `&context=${encodeURIComponent(JSON.stringify({ subEntityId: part }))}`;
    return `https://teams.microsoft.com/l/entity/${teamsAppId ?? appId}/${name}?tenantId=${tenantId}${context}`;
  };
  return {
    home: page("home"),
    journal: page("journal"),
    calendar: page("about-counterpoint", "calendar"),
    prepare: (checkInId) => page("home", `prepare/${checkInId}`),
    reflect: (checkInId) => page("home", `reflect/${checkInId}`),
    cohortBooking: (cohortId) => page("home", `cohort-booking/${cohortId}`),
    chat: `https://teams.microsoft.com/l/chat/0/0?tenantId=${tenantId}&users=28:${appId}`,
  };
}
