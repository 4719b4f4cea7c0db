import { Button, Field, Textarea } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { usePageStyles } from "../../theme/page-styles.ts";
import { useCancel } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { ActProps } from "./pair-props.ts";

const noteLimit = 500;

/** Calls the check-in off, with a note for the others or without. */
export function CancelCheckIn({
  checkIn,
  pair,
  person,
  onClose,
  onSaid,
}: ActProps & { readonly checkIn: CheckInView; readonly onClose: () => void }) {
  const page = usePageStyles();
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const [note, setNote] = useState("");
  const cancel = useCancel(checkIn);
  const everyone = pair.members.length;
  const { isOnTheSpot } = checkIn;
  const said = isOnTheSpot ? say.cancelledOnTheSpot : say.cancelled(everyone);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    cancel.mutate(note.trim(), { onSuccess: () => onSaid(said) });
  };
  return (
    <form className={styles.form} onSubmit={send} aria-label={say.cancelTitle}>
      <p className={page.sentence}>{isOnTheSpot ? say.cancelOnTheSpot : say.cancelSentence(everyone)}</p>
      <div className={styles.noted}>
        <Field label={say.noteLabel}>
          <Textarea
            autoFocus
            value={note}
            maxLength={noteLimit}
            resize="vertical"
            aria-describedby="note-readers"
            onChange={(_, { value }) => setNote(value)}
          />
        </Field>
        <AudienceLine reach="pair" id="note-readers">
          {say.noteReaders(namesOf(partnersOf(pair.members, person.id)))}
        </AudienceLine>
      </div>
      <ProblemLine problem={cancel.isError ? problemOf(cancel.error) : null} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.tall} disabledFocusable={cancel.isPending}>
          {say.cancelTitle}
        </Button>
        <Button className={styles.tall} onClick={onClose}>
          {say.keepIt}
        </Button>
      </div>
    </form>
  );
}
