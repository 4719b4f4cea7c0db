import { Button, Field, Input, Radio, RadioGroup } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import type { CheckInView } from "../../../shared/contract/check-ins.ts";
import { isPossibleLength, lengthRules } from "../../../shared/domain/slots/length.ts";
import { problemOf } from "../../api-client.ts";
import { useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { RadioWords } from "../../components/radio-words.tsx";
import { useChangeLength } from "./check-in-queries.ts";
import { useHomeStyles } from "./home.styles.ts";
import type { PairProps } from "./pair-props.ts";

const choices = [30, 45, 60, 75, 90] as const;
const other = "other";
const { least, most, step } = lengthRules;

/** Another length from the same start: one of the usual ones, or any possible one. */
export function ChangeLength({
  checkIn,
  pair,
  person,
  onClose,
}: PairProps & { readonly checkIn: CheckInView; readonly onClose: () => void }) {
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const change = useChangeLength(checkIn);
  const isUsual = choices.some((one) => one === checkIn.minutes);
  const [choice, setChoice] = useState(isUsual ? String(checkIn.minutes) : other);
  const [typed, setTyped] = useState(String(checkIn.minutes));
  const [isWrong, setWrong] = useState(false);
  const minutes = Number(choice === other ? typed : choice);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isPossibleLength(minutes)) return setWrong(true);
    if (minutes === checkIn.minutes) return onClose();
    return change.mutate(minutes);
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <Field label={say.lengthLabel}>
        <RadioGroup
          layout="horizontal"
          className={styles.lengths}
          value={choice}
          aria-describedby="length-readers"
          onChange={(_, { value }) => setChoice(value)}
        >
          {choices.map((one) => (
            <Radio
              key={one}
              autoFocus={String(one) === choice}
              value={String(one)}
              label={<RadioWords>{say.lengthChoice(one)}</RadioWords>}
            />
          ))}
          <Radio value={other} label={<RadioWords>{say.otherLength}</RadioWords>} />
        </RadioGroup>
      </Field>
      {choice === other && (
        <OtherLength typed={typed} isWrong={isWrong && !isPossibleLength(minutes)} onType={setTyped} />
      )}
      <AudienceLine reach="pair" id="length-readers">
        {say.lengthReaders(namesOf(partnersOf(pair.members, person.id)))}
      </AudienceLine>
      <ProblemLine problem={change.isError ? problemOf(change.error) : null} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" className={styles.tall} disabledFocusable={change.isPending}>
          {say.changeLength}
        </Button>
        <Button className={styles.tall} onClick={onClose}>
          {say.keepLength(checkIn.minutes)}
        </Button>
      </div>
    </form>
  );
}

function OtherLength({
  typed,
  isWrong,
  onType,
}: {
  readonly typed: string;
  readonly isWrong: boolean;
  readonly onType: (typed: string) => void;
}) {
  const styles = useHomeStyles();
  const say = checkInMessages(useLocale());
  const problem = isWrong ? { validationMessage: say.lengthProblem(least, most, step) } : {};
  return (
    <Field label={say.otherLengthLabel} hint={say.lengthHint(least, most, step)} {...problem}>
      <Input
        className={styles.short}
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={step}
        value={typed}
        onChange={(_, { value }) => onType(value)}
      />
    </Field>
  );
}
