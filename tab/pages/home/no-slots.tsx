import { Button, mergeClasses } from "@fluentui/react-components";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { TimesWanted } from "../../../shared/contract/check-ins.ts";
import { useLocale } from "../../app-context.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import type { NothingFound } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import { usualWay, waysOut, whyNot } from "./no-slots-words.ts";
import type { PairProps } from "./pair-props.ts";

/** Why a search found nothing, said to screen readers when it appears, and what would open a time: one tap each. */
export function NoSlots({
  nothing,
  pair,
  person,
  isPending,
  onLook,
}: PairProps & {
  readonly nothing: NothingFound | null;
  readonly isPending: boolean;
  readonly onLook: (wanted: TimesWanted) => void;
}) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  return (
    <>
      <div role="status">
        {nothing && (
          <p className={mergeClasses(page.sentence, styles.lost)}>
            {whyNot(nothing.noSlots, nothing.wanted, pair.members, person, say)} {usualWay(nothing.noSlots, say)}
          </p>
        )}
      </div>
      {nothing && nothing.noSlots.openings.length > 0 && (
        <ul className={mergeClasses(page.list, styles.slots)}>
          {waysOut(nothing.noSlots, nothing.wanted, pair.members, person, say).map(
            ({ kind, label, sentence, wanted }) => (
              <li key={kind}>
                <Button className={styles.slot} disabledFocusable={isPending} onClick={() => onLook(wanted)}>
                  <span>{label}</span>
                  <span className={styles.slotReason}>{sentence}</span>
                </Button>
              </li>
            ),
          )}
        </ul>
      )}
    </>
  );
}
