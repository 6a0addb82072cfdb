import { Field } from './field';
import { TextInput } from './text-input';

type DateRangeProps = { since?: string; until?: string; sinceLabel: string; untilLabel: string };

/** Two days beside each other, as `since` and `until` of a filter's form. */
export function DateRange({ since, until, sinceLabel, untilLabel }: DateRangeProps) {
  return (
    <>
      <Field name="since" label={sinceLabel} className="w-[calc(50%-0.375rem)] sm:w-40">
        <TextInput type="date" key={since} defaultValue={since} />
      </Field>
      <Field name="until" label={untilLabel} className="w-[calc(50%-0.375rem)] sm:w-40">
        <TextInput type="date" key={until} defaultValue={until} />
      </Field>
    </>
  );
}
