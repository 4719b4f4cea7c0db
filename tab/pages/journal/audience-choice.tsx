import { Field, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from "@fluentui/react-components";
import { journalMessages } from "../../../shared/content/tab-messages.ts";
import { type Audience, audiences } from "../../../shared/domain/journal-entry.ts";
import { useLocale } from "../../app-context.tsx";
import { ReachIcon } from "../../components/audience-line.tsx";
import { RadioWords } from "../../components/radio-words.tsx";

/** Who can read the entry: its author alone, or the partner too. */
export function AudienceChoice({
  audience,
  partners,
  onChange,
}: {
  readonly audience: Audience;
  readonly partners: readonly string[];
  readonly onChange: (audience: Audience) => void;
}) {
  const styles = useStyles();
  const say = journalMessages(useLocale());
  const words: Readonly<Record<Audience, { readonly name: string; readonly hint: string }>> = {
    "only-me": { name: say.onlyMe, hint: say.onlyMeHint },
    partner: { name: say.partner(partners), hint: say.partnerHint },
  };
  const choose = (value: string) => {
    const chosen = audiences.find((one) => one === value);
    if (chosen) onChange(chosen);
  };
  return (
    <Field label={say.audience} className={styles.field}>
      <RadioGroup value={audience} onChange={(_, { value }) => choose(value)} className={styles.group}>
        {audiences.map((one) => (
          <Radio
            key={one}
            value={one}
            label={
              <RadioWords>
                <span className={styles.option}>
                  <ReachIcon reach={one === "only-me" ? "author" : "pair"} />
                  <span>{words[one].name}</span>
                  <span className={styles.hint}>{words[one].hint}</span>
                </span>
              </RadioWords>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

const useStyles = makeStyles({
  field: { marginTop: "20px" },
  group: { marginLeft: "-8px" },
  option: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: "2px 10px" },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});
