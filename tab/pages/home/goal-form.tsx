import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { type SyntheticEvent, useState } from "react";
import { homeMessages } from "../../../shared/content/tab-messages.ts";
import type { GoalView } from "../../../shared/contract/goals.ts";
import { goalLimits } from "../../../shared/domain/goal.ts";
import { problemOf } from "../../api-client.ts";
import { useEveryViewMessages, useLocale } from "../../app-context.tsx";
import { AudienceLine } from "../../components/audience-line.tsx";
import { namesOf, partnersOf } from "../../components/people.ts";
import { ProblemLine } from "../../components/problem-line.tsx";
import { RadioWords } from "../../components/radio-words.tsx";
import { type GoalChange, useGoalChange } from "../../queries.ts";
import { usePageStyles } from "../../theme/page-styles.ts";
import { type GoalWords, sentWords, wordsOf } from "./goal-words.ts";
import type { ActProps, PairProps } from "./pair-props.ts";

interface GoalFormProps extends ActProps {
  /** `null` for a new goal. */
  readonly goal: GoalView | null;
  readonly onClose: () => void;
}

/** The words of a goal, new or changed. What is typed stays there until it is kept or cancelled. */
export function GoalForm({ goal, pair, person, onClose, onSaid }: GoalFormProps) {
  const page = usePageStyles();
  const styles = useStyles();
  const say = homeMessages(useLocale());
  const { youAnd } = useEveryViewMessages();
  const [newId] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState(() => wordsOf(goal, person.id));
  const [isMissing, setMissing] = useState(false);
  const change = useGoalChange(pair);
  const keep = (event: SyntheticEvent) => {
    event.preventDefault();
    if (words.title.trim() === "") return setMissing(true);
    const kept = { onSuccess: () => close(goal ? say.goalSaid.edited : say.goalSaid.added) };
    return change.mutate(changeOf(goal, words, newId), kept);
  };
  const close = (sentence: string) => {
    onSaid(sentence);
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={keep} aria-label={goal ? say.editGoalTitle : say.newGoalTitle} noValidate>
      <h3 className={page.section}>{goal ? say.editGoalTitle : say.newGoalTitle}</h3>
      <GoalFields words={words} isMissing={isMissing} onChange={(part) => setWords({ ...words, ...part })} />
      {!goal && (
        <Owner owner={words.owner} pair={pair} person={person} onChange={(owner) => setWords({ ...words, owner })} />
      )}
      <AudienceLine reach="pair">{youAnd(namesOf(partnersOf(pair.members, person.id)))}</AudienceLine>
      <ProblemLine problem={change.isError ? problemOf(change.error) : null} />
      <div className={styles.actions}>
        <Button type="submit" disabledFocusable={change.isPending}>
          {goal ? say.keepChanges : say.keepGoal}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

function changeOf(goal: GoalView | null, words: GoalWords, newId: string): GoalChange {
  if (goal) return { kind: "edit", goalId: goal.id, body: { ...sentWords(words), seenVersion: goal.version } };
  return { kind: "add", body: { ...sentWords(words), id: newId, owner: words.owner === "" ? null : words.owner } };
}

function GoalFields({
  words,
  isMissing,
  onChange,
}: {
  readonly words: GoalWords;
  readonly isMissing: boolean;
  readonly onChange: (part: Partial<GoalWords>) => void;
}) {
  const say = homeMessages(useLocale());
  const problem = isMissing && words.title.trim() === "" ? say.goalMissing : undefined;
  return (
    <>
      <Field label={say.goalLabel} {...(problem ? { validationMessage: problem } : {})}>
        <Input
          autoFocus
          value={words.title}
          maxLength={goalLimits.title}
          onChange={(_, { value }) => onChange({ title: value })}
        />
      </Field>
      <Field label={say.optional(say.whyLabel)}>
        <Textarea value={words.why} maxLength={goalLimits.why} onChange={(_, { value }) => onChange({ why: value })} />
      </Field>
      <Field label={say.optional(say.nextStepLabel)}>
        <Input
          value={words.nextStep}
          maxLength={goalLimits.nextStep}
          onChange={(_, { value }) => onChange({ nextStep: value })}
        />
      </Field>
      <Field label={say.optional(say.reviewLabel)}>
        <Input type="date" value={words.reviewOn} onChange={(_, { value }) => onChange({ reviewOn: value })} />
      </Field>
    </>
  );
}

function Owner({
  owner,
  pair,
  person,
  onChange,
}: PairProps & {
  readonly owner: string;
  readonly onChange: (owner: string) => void;
}) {
  const say = homeMessages(useLocale());
  return (
    <Field label={say.whose}>
      <RadioGroup layout="horizontal" value={owner} onChange={(_, { value }) => onChange(value)}>
        <Radio value={person.id} label={<RadioWords>{say.mine}</RadioWords>} />
        <Radio value="" label={<RadioWords>{say.ours}</RadioWords>} />
        {partnersOf(pair.members, person.id).map(({ id, name }) => (
          <Radio key={id} value={id} label={<RadioWords>{say.theirs(name)}</RadioWords>} />
        ))}
      </RadioGroup>
    </Field>
  );
}

const useStyles = makeStyles({
  form: { display: "grid", rowGap: "16px", padding: "16px 0 20px", minWidth: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});
