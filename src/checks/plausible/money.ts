import Big from 'big.js';
import { type Finding, finding } from '../../finding.ts';
import { type Level, passagePlace, type Report, type Table } from '../../report/report.ts';
import { cellOf, countOf, leafById } from '../cells.ts';
import { sectionOf, sectionPassages } from '../structure/text.ts';
import type { Subject } from '../subject.ts';

const small: readonly Level[] = ['乡镇', '街道'];

/** 万元: more than a township takes in fees. */
const muchForTownship = 1000;

/** A decimal string; undefined where it is none. */
const decimalOf = (value: number | string | null | undefined): string | undefined =>
  typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? value : undefined;

const isZero = (amount: string): boolean => !/[1-9]/.test(amount);

/** 第（八）项 本年收费金额 of edition 2021, in 万元. */
function feesOf(report: Report) {
  const table = report.tables.get('主动公开');
  const leaf = table && leafById(table.form, 'fees');
  const cell = table && leaf && cellOf(table, leaf, 'amount');
  const amount = decimalOf(cell?.value);
  return cell && amount !== undefined ? { cell, amount: new Big(amount) } : undefined;
}

/** A township that reports 1,000 万元 and more of fees has perhaps written 元. */
export function checkFeeUnit({ report }: Subject): Finding[] {
  if (!small.includes(report.level)) return [];
  const fees = feesOf(report);
  if (!fees || fees.amount.lt(muchForTownship)) return [];
  const args = { amount: fees.cell.text, level: report.level, yuan: fees.amount.div(10000).toString() };
  return [finding('plausible/fee-unit', fees.cell.at, args, { values: { reported: fees.cell.text } })];
}

const sumOfMoney = '[^。；;，,\\d]{0,24}(\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,8})?)\\s{0,2}(万)?元';

/** How a text says what was received, the surest first; what was asked for is another sum. */
const feesSaid = ['(?:实际|已)(?:收取|收到|缴纳)|实收|实缴', '收取|收到|缴纳', '信息处理费'].map(
  (words) => new RegExp(`(?:${words})${sumOfMoney}`),
);

/** The processing fees that 六 says were received are part of the fees of 第（八）项 (国办函〔2020〕109号). */
export function checkProcessingFee({ report }: Subject): Finding[] {
  const section = sectionOf(report, '其他事项');
  if (!section) return [];
  for (const passage of sectionPassages(section)) {
    if (!passage.text.includes('信息处理费') || !passage.text.includes('元')) continue;
    const match = feesSaid.reduce<RegExpExecArray | null>((found, words) => found ?? words.exec(passage.text), null);
    if (!match) continue;
    const fees = feesOf(report);
    if (!fees) return [];
    const stated = new Big((match[1] ?? '').replaceAll(',', ''));
    const tenThousands = match[2] ? stated : stated.div(10000);
    if (tenThousands.lte(fees.amount)) return [];
    const from = match.index + match[0].lastIndexOf(match[1] ?? '');
    const difference = tenThousands.minus(fees.amount).toString();
    return [
      finding(
        'plausible/processing-fee',
        passagePlace(passage, from, match.index + match[0].length),
        {
          said: match[0].slice(match[0].lastIndexOf(match[1] ?? '')),
          converted: tenThousands.toString(),
          fees: fees.cell.text,
          difference,
        },
        {
          values: { reported: tenThousands.toString(), computed: fees.amount.toString(), difference },
          notes: [{ say: 'fees', args: { fees: fees.cell.text }, at: fees.cell.at }],
        },
      ),
    ];
  }
  return [];
}

function procurementIn(table: Table): Finding[] {
  const leaf = leafById(table.form, 'procurement');
  const projects = leaf && countOf(table, leaf, 'projects');
  const cell = leaf && cellOf(table, leaf, 'amount');
  const amount = decimalOf(cell?.value);
  if (!leaf || !cell || amount === undefined) return [];
  const args = { projects: projects?.value ?? '', amount: cell.text };
  const found: Finding[] = [];
  if (projects?.value === 0 && !isZero(amount))
    found.push(finding('plausible/procurement', projects.at, args, { say: 'no-projects' }));
  if (projects && projects.value > 0 && isZero(amount))
    found.push(finding('plausible/procurement', cell.at, args, { say: 'no-amount' }));
  if (!isZero(amount) && !table.units.get(leaf.line.key))
    found.push(finding('plausible/procurement', cell.at, args, { say: 'no-unit' }));
  return found;
}

/** 政府集中采购: projects and amount are both zero or both not, and the amount says its unit. */
export const checkProcurement = ({ report }: Subject): Finding[] => [...report.tables.values()].flatMap(procurementIn);
