import { minutesOf } from "../../../shared/domain/booking.ts";
import type { Slot } from "../../../shared/domain/slots/slot.ts";
import type { CardReader } from "../turn.ts";
import type { Card } from "./card.ts";
import { type CheckInWithPeople, countOf } from "./people.ts";
import { opens, standingCard } from "./standing-card.ts";
import { dayAndTime } from "./times.ts";
import type { Told } from "./told.ts";

/** It stands at another hour, or for another length, as one of the pair chose here. */
export function movedCard(about: CheckInWithPeople, { was }: Told, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const { slot } = about.checkIn;
  const said =
    slot && isOnlyLonger(slot, was)
      ? {
          label: checkIns.lengthChanged(minutesOf(slot)),
          sentences: [checkIns.lengthChangedSentence(countOf(about), minutesOf(was))],
        }
      : {
          label: checkIns.moved,
          sentences: [
            checkIns.movedSentence(countOf(about), was && dayAndTime(was.startsAt, reader)),
            ...opens(about, reader),
          ],
        };
  return standingCard(about, said, reader);
}

/** Somebody changed hour or length in Outlook, and that counts. */
export function changedCard(about: CheckInWithPeople, { kind, was }: Told, reader: CardReader): Card {
  const { checkIns } = reader.words;
  const { slot } = about.checkIn;
  const isLength = kind === "length-changed-in-outlook" || (slot !== null && isOnlyLonger(slot, was));
  const said =
    slot && isLength
      ? {
          label: checkIns.lengthInOutlook,
          sentences: [checkIns.lengthInOutlookSentence(minutesOf(slot), was && minutesOf(was))],
        }
      : {
          label: checkIns.movedInOutlook,
          sentences: [
            checkIns.movedInOutlookSentence(was && dayAndTime(was.startsAt, reader)),
            ...opens(about, reader),
          ],
        };
  return standingCard(about, said, reader);
}

const isOnlyLonger = (slot: Slot, was: Slot | null): was is Slot =>
  was !== null && was.startsAt === slot.startsAt && was.endsAt !== slot.endsAt;
