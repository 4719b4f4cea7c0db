import { Field, Textarea } from "@fluentui/react-components";
import { meetingMessages } from "../../shared/content/meeting-messages.ts";
import type { CheckInView } from "../../shared/contract/check-ins.ts";
import { sessionWordsLimits } from "../../shared/domain/session-words.ts";
import { useLocale } from "../app-context.tsx";
import { AudienceLine } from "../components/audience-line.tsx";
import { ProblemLine } from "../components/problem-line.tsx";
import { useWords } from "../live/use-words.ts";
import type { Writing } from "../live/word-keeper.ts";
import { useMeetingStyles } from "./meeting.styles.ts";

/** What one carries over from last time, kept while it is typed. In the session its author chooses whether to share it. */
export function CarryOver({
  checkIn: { number },
  partners,
}: {
  readonly checkIn: Pick<CheckInView, "number">;
  readonly partners: readonly string[];
}) {
  const styles = useMeetingStyles();
  const say = meetingMessages(useLocale());
  const [writing, keeper] = useWords("carry-over");
  const told = useToldWriting(writing);
  return (
    <>
      <Field label={say.carryOver(number)}>
        <Textarea
          value={writing.text}
          rows={3}
          resize="vertical"
          maxLength={Math.max(sessionWordsLimits["carry-over"], writing.text.length)}
          placeholder={say.carryOverHint(number)}
          aria-describedby="carry-over-reach"
          onChange={(_, { value }) => keeper.type(value)}
          onBlur={() => void keeper.flush()}
        />
      </Field>
      <div className={styles.reach}>
        <AudienceLine reach="author" id="carry-over-reach">
          {say.carryOverReach(partners)}
        </AudienceLine>
        <p role="status" className={styles.said}>
          {told}
        </p>
      </div>
      <ProblemLine problem={writing.problem} />
    </>
  );
}

/** How what is typed is kept, in words. */
function useToldWriting({ state, text, isJoined, isTooLong }: Writing): string {
  const say = meetingMessages(useLocale());
  if (isTooLong) return say.tooLong;
  if (isJoined) return say.keptBoth;
  if (state === "unsent") return say.notKeptYet;
  return state === "kept" && text !== "" ? say.kept : "";
}
