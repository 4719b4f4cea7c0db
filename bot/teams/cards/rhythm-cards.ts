import { time } from "../../../shared/content/when.ts";
import type { RhythmKind } from "../../../shared/domain/rhythm.ts";
import type { Links } from "../links.ts";
import type { CardReader } from "../turn.ts";
import { answeredCard } from "./answered-card.ts";
import { type Card, card, execute, open, paragraph, title } from "./card.ts";
import { type CheckInWithPeople, countOf, nameOf } from "./people.ts";
import { plainCard } from "./plain-card.ts";
import { dayAndTime, fullDay, partnerTimes } from "./times.ts";

type Reminder = Exclude<RhythmKind, "how-it-went">;

/** A check-in is near: when, with whom, who opens, and how to prepare. */
export function reminderCard(
  about: CheckInWithPeople,
  reminder: Reminder,
  links: Pick<Links, "prepare">,
  reader: CardReader,
): Card {
  const { rhythm, checkIns, booking } = reader.words;
  const { id, slot, event, opener } = about.checkIn;
  const startsAt = slot?.startsAt ?? reader.now.toString();
  const names = about.partners.map(({ name }) => name);
  const heading = booking.withPartners(nearDay(startsAt, reader), names);
  const theirs = partnerTimes(startsAt, reader, about.partners).join(", ");
  const isSoon = reminder === "ten-minutes-before";
  const facts = [...(isSoon ? [rhythm.soon] : []), rhythm.openerAndTimes(nameOf(opener, about) ?? "", theirs)].join(
    " ",
  );
  return card({
    locale: reader.locale,
    words: `${heading}. ${facts}`,
    body: [title(heading), paragraph(facts)],
    actions: [
      ...(isSoon && event?.joinUrl ? [open(event.joinUrl, checkIns.join)] : []),
      open(links.prepare(id), rhythm.prepare),
      execute("move-check-in", { checkInId: id }, checkIns.move),
    ],
  });
}

/** "Tomorrow at 10:00" while that is so where the reader is, else the day in full. */
function nearDay(startsAt: string, reader: CardReader): string {
  const { rhythm } = reader.words;
  const here = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate();
  const there = Temporal.Instant.from(startsAt).toZonedDateTimeISO(reader.timeZone).toPlainDate();
  const { days } = here.until(there);
  if (days === 0) return rhythm.today(time(startsAt, reader));
  return days === 1 ? rhythm.tomorrow(time(startsAt, reader)) : dayAndTime(startsAt, reader);
}

/** After the end: whether they met, or what more there is to say where the session says so already. The same card to everyone in the pair. */
export function howItWentCard(about: CheckInWithPeople, links: Pick<Links, "reflect">, reader: CardReader): Card {
  if (about.checkIn.status === "held") return answeredCard(about, links, reader);
  const { rhythm } = reader.words;
  const { id, number, slot } = about.checkIn;
  const when = slot ? dayAndTime(slot.startsAt, reader) : fullDay(reader.now.toString(), reader);
  return plainCard(
    rhythm.didYouMeet,
    [rhythm.didYouMeetSentence(number, when, countOf(about))],
    [
      execute("answer-check-in", { checkInId: id, met: true }, rhythm.weMet),
      execute("answer-check-in", { checkInId: id, met: false }, rhythm.weDidNot),
      execute("move-check-in", { checkInId: id }, rhythm.moveIt),
    ],
    reader,
  );
}
