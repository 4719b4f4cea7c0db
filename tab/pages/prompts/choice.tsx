import { Field, Select } from "@fluentui/react-components";

/** One of several, or any. */
export function Choice<Value extends string>({
  label,
  any,
  values,
  chosen,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly any: string;
  readonly values: readonly Value[];
  readonly chosen: Value | null;
  readonly nameOf: (value: Value) => string;
  readonly onChoose: (value: Value | null) => void;
}) {
  return (
    <Field label={label}>
      <Select value={chosen ?? ""} onChange={(_, { value }) => onChoose(values.find((one) => one === value) ?? null)}>
        <option value="">{any}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {nameOf(value)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
