import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterField } from "@/components/ui/filter-bar";
import { WINDOW_PRESETS } from "@/domain/metrics/window-preset";
import {
  BOARD_SLICES,
  COMPARISONS,
  type SliceChoices,
  type TypedBoard,
} from "@/features/insights/schema";

/**
 * Window, comparison and part of a board as a plain GET form: the choice stands in the address. The
 * two days show themselves when an own window is chosen.
 */
export function BoardPicker({
  typed,
  choices,
  hidden = {},
  isCompared = true,
  isWindowed = true,
}: {
  typed: TypedBoard;
  /** Left out where a board cannot be narrowed. */
  choices?: SliceChoices | undefined;
  /** What else stands in the address and stays. */
  hidden?: Readonly<Record<string, string | undefined>>;
  isCompared?: boolean;
  /** Whether the board is of days that can be chosen. */
  isWindowed?: boolean;
}) {
  const text = useTranslations("insights");
  return (
    <search className="group/picker mb-4 block print:hidden">
      <form className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {isWindowed && <WindowFields typed={typed} />}
        {isCompared && <ComparisonField chosen={typed.compare} />}
        {choices && <SliceField chosen={typed.slice} choices={choices} />}
        <Button type="submit" className="justify-self-start">
          {text("picker.show")}
        </Button>
      </form>
    </search>
  );
}

function WindowFields({ typed }: { typed: TypedBoard }) {
  const text = useTranslations("insights");
  return (
    <>
      <FilterField label={text("picker.window")}>
        {(id) => (
          <select id={id} name="window" defaultValue={typed.window} className={inputLook}>
            {WINDOW_PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {text(`window.${preset}`)}
              </option>
            ))}
            <option value="custom">{text("window.custom")}</option>
          </select>
        )}
      </FilterField>
      <OwnDay name="from" label={text("picker.from")} value={typed.from} />
      <OwnDay name="until" label={text("picker.until")} value={typed.until} />
    </>
  );
}

function ComparisonField({ chosen }: { chosen: string }) {
  const text = useTranslations("insights");
  return (
    <FilterField label={text("picker.compare")}>
      {(id) => (
        <select id={id} name="compare" defaultValue={chosen} className={inputLook}>
          {COMPARISONS.map((comparison) => (
            <option key={comparison} value={comparison}>
              {text(`compare.${comparison}`)}
            </option>
          ))}
        </select>
      )}
    </FilterField>
  );
}

function OwnDay({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="hidden group-has-[option[value=custom]:checked]/picker:block">
      <FilterField label={label}>
        {(id) => (
          <input id={id} type="date" name={name} defaultValue={value} className={inputLook} />
        )}
      </FilterField>
    </div>
  );
}

function SliceField({ chosen, choices }: { chosen: string; choices: SliceChoices }) {
  const text = useTranslations("insights");
  const isOffered = BOARD_SLICES.some((kind) =>
    choices[kind].some(({ key }) => `${kind}:${key}` === chosen),
  );
  return (
    <FilterField label={text("picker.slice")}>
      {(id) => (
        <select id={id} name="slice" defaultValue={chosen} className={`${inputLook} md:max-w-56`}>
          <option value="">{text("slice.all")}</option>
          {chosen !== "" && !isOffered && <option value={chosen}>{chosen}</option>}
          {BOARD_SLICES.filter((kind) => choices[kind].length > 0).map((kind) => (
            <optgroup key={kind} label={text(`slice.${kind}`)}>
              {choices[kind].map(({ key, name }) => (
                <option key={key} value={`${kind}:${key}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </FilterField>
  );
}
