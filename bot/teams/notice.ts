import { botMessages } from "../../shared/content/bot-messages.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { Notice } from "../ports/messenger.ts";
import type { Card } from "./cards/card.ts";
import { cohortBookingCard } from "./cards/cohort-booking-card.ts";
import { connectionBrokenCard } from "./cards/connection-card.ts";
import { newsCard } from "./cards/news-card.ts";
import { noSlotsCard } from "./cards/no-slots-card.ts";
import { howItWentCard, reminderCard } from "./cards/rhythm-cards.ts";
import { slotsCard } from "./cards/slots-card.ts";
import type { Links } from "./links.ts";
import { type Reply, show } from "./reply.ts";
import type { CardReader } from "./turn.ts";

/** What a person is told unasked, in the language and on the clock that the programme knows of. */
export function noticeReply(notice: Notice, to: Person, now: Temporal.Instant, links: Links): Reply {
  const reader = { locale: to.locale, timeZone: to.timeZone, now, words: botMessages(to.locale) };
  return show(noticeCard(notice, to, links, reader));
}

function noticeCard(notice: Notice, me: Person, links: Links, reader: CardReader): Card {
  if (notice.kind === "connection-broken") return connectionBrokenCard(links, reader);
  if (notice.kind === "cohort-booking") {
    const { booking, cohort, counts } = notice;
    return cohortBookingCard({ ...booking, cohortName: cohort.name, counts }, links, reader);
  }
  const about = { checkIn: notice.checkIn, partners: notice.partners, me };
  switch (notice.kind) {
    case "slots-offered":
      return slotsCard({ ...about, bookerAfter: notice.bookerAfter }, reader, notice.isDue);
    case "no-slots":
      return noSlotsCard(about, notice.answer, reader);
    case "news":
      return newsCard(about, notice.news, links, reader);
    case "reminder":
      return reminderCard(about, notice.reminder, links, reader);
    case "how-it-went":
      return howItWentCard(about, links, reader);
  }
}
