import type { ColumnTarget } from "../reader.ts";
import { readDateText } from "./date-text.ts";
import { readFigure } from "./figure-text.ts";
import { isPublicationName } from "./publication-name.ts";

/** A way to know a column by a part of its name, so long as most of its cells agree. */
export interface ColumnPattern {
  readonly target: ColumnTarget;
  /** Tried on the form of `normalName`. */
  readonly name: RegExp;
  fits(cell: string): boolean;
  /** Not where one of these has a column already. */
  readonly unless: readonly ColumnTarget[];
}

const isDate = (cell: string): boolean => ["edtf", "ambiguous", "none"].includes(readDateText(cell, null).kind);
const isCount = (cell: string): boolean => readFigure(cell) !== null;
const isAddress = (cell: string): boolean => /^https?:\/\/\S+$/i.test(cell);

/**
 * For names that are no exact synonym: "date of the attack", "nombre de morts", "Quelle (URL)". Tried in this order; each takes a column only
 * where no second one bears such a name.
 */
export const COLUMN_PATTERNS: readonly ColumnPattern[] = [
  {
    target: "date",
    name: /^(?:date|datum|fecha|дата|تاريخ|تاریخ)_|^data_d[aeo]_|_(?:date|datum|fecha)$|日期|发生时间/,
    fits: isDate,
    unless: ["start", "end", "year"],
  },
  {
    target: "killed",
    name: /killed|fatalit|(?:^|_)(?:deaths?|morts?|deces|muert[eo]s|fallecid[ao]s|mort[eo]s|vitimas_mortais|obitos|tote[rn]?|todesopfer|getotete)(?:_|$)|погиб|убит|загибл|قتلى|القتلى|کشته|死亡/,
    fits: isCount,
    unless: ["figures"],
  },
  {
    target: "injured",
    name: /injur|wounded|(?:^|_)(?:blesses?|herid[ao]s|ferid[ao]s|verletzte[rn]?)(?:_|$)|ранен|поранен|جرحى|الجرحى|زخمی|受伤/,
    fits: isCount,
    unless: ["figures"],
  },
  {
    target: "url",
    name: /(?:^|_)(?:url|uri|link|lien|enlace|ligacao)(?:_|$)|ссылк|посилан|رابط|الرابط|پیوند|链接|网址/,
    fits: isAddress,
    unless: [],
  },
  {
    target: "category",
    name: /^(?:type|tipo|art|kind)_(?:of|de|del|d|da|do|des|der)_|_type$|^тип_|^вид_|^نوع_|类型$|类别$/,
    fits: (cell) => cell.length <= 60 && !isAddress(cell),
    unless: ["kind"],
  },
];

/** Whether a pattern may take a column of this name: a date of publication is none of the happening. */
export function isNamed(pattern: ColumnPattern, name: string, normal: string): boolean {
  if (!pattern.name.test(normal)) return false;
  return pattern.target !== "date" || !(isPublicationName(name) || SIDES.test(normal));
}

/** Names of a start, an end, or the date of something else. */
const SIDES =
  /(?:^|_)(?:source|sources|birth|naissance|nacimiento|nascimento|last|start|end|begin|from|to|debut|fin|inicio|fim|beginn|ende)(?:_|$)|начал|конец|окончан|початк|кінц|البداية|النهاية|شروع|پایان|开始|结束/;
