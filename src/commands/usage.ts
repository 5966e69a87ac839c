import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander';
import { safe } from '../messages/safe.ts';
import type { Language } from '../messages/word.ts';
import { type Command, commands, type Option } from './options.ts';
import { version } from './version.ts';

/** What is to be printed and the exit status. */
export interface Usage {
  readonly text: string;
  readonly status: 0 | 2;
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Usage errors by commander's code, or code and name; `{0}` is what it names in quotes. */
const sentences: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项：{0}',
  'commander.unknownCommand': '没有这个命令：{0}',
  'commander.missingArgument': '少写了要处理的文件，例如 annrep build 2020.yaml',
  'commander.missingArgument year': '少写了年度，例如 annrep init 2025',
  'commander.optionMissingArgument': '选项后面少写了值：{0}',
  'commander.invalidArgument': '选项的值不对：{0}',
  'commander.excessArguments': '写了多余的内容，一次只能处理一份报告',
};

/** What is said of an option whose value is empty or begins with a dash; `{0}` names it. */
const valueless = {
  empty: {
    zh: '选项后面少写了值：{0}。用 annrep --help 看写法',
    en: 'error: the value of {0} is empty',
  },
  dashed: {
    zh: '选项后面少写了值；值以“-”开头的，用等号连着写：{0}。用 annrep --help 看写法',
    en: 'error: a value is missing, or it begins with "-" and is to be joined by "=": {0}',
  },
} as const;

const flags = (option: Option): string =>
  `${option.short ? `-${option.short}, ` : ''}--${option.name}${option.value ? ` <${option.value}>` : ''}`;

function add(program: Commander, command: Command, language: Language): void {
  const own = program.command(command.name).description(command.says[language]);
  if (command.argument) own.argument(command.argument);
  for (const option of command.options) {
    const made = new CommanderOption(flags(option), option.says[language]);
    if (option.choices) made.choices([...option.choices]);
    own.addOption(made);
  }
  own.helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show help');
  own.action(() => {});
}

function translated(error: CommanderError, language: Language): string {
  if (language === 'en') return `${error.message.split('\n').map(safe).join('\n')}\n`;
  const named = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '').join(' ');
  const sentence = (sentences[`${error.code} ${named}`] ?? sentences[error.code] ?? '命令写得不对：{0}').replace(
    '{0}',
    () => safe(named),
  );
  return `${sentence}。用 annrep --help 看写法\n`;
}

/** An option with a value that is empty, or that begins with a dash and may have been meant for an option of its own. */
function unfit([name, ...words]: readonly string[]): { readonly option: string; readonly value: string } | undefined {
  const options = commands.find((command) => command.name === name)?.options.filter(({ value }) => value !== undefined);
  for (const [at, word] of words.entries())
    for (const one of options ?? []) {
      const option = `--${one.name}`;
      const value =
        word === `${option}=` ? '' : word === option || word === `-${one.short}` ? words[at + 1] : undefined;
      if (value === '' || value?.startsWith('-')) return { option, value };
    }
  return undefined;
}

/** The help, the version or the usage error that a command line asks for. */
export function usage(argv: readonly string[], language: Language): Usage {
  let text = '';
  const program = new Commander('annrep');
  program
    .exitOverride()
    .configureOutput({ writeOut: (part) => (text += part), writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => (language === 'zh' ? (titles[title] ?? title) : title) })
    .description(
      language === 'zh'
        ? '政府信息公开工作年度报告：检查勾稽关系，生成公文'
        : 'the annual report on government information disclosure: check its arithmetic, write the documents',
    )
    .version(version, '-V, --version', language === 'zh' ? '显示版本' : 'show the version')
    .helpOption('-h, --help', language === 'zh' ? '显示帮助' : 'show help')
    .helpCommand(false);
  for (const command of commands) add(program, command, language);
  try {
    program.parse(argv.length > 0 ? [...argv] : ['--help'], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { text, status: 0 };
    return { text: translated(error, language), status: 2 };
  }
  const found = unfit(argv);
  if (!found) return { text: program.helpInformation(), status: 2 };
  const { option, value } = found;
  const told = valueless[value === '' ? 'empty' : 'dashed'][language];
  return { text: `${told.replace('{0}', () => (value === '' ? option : safe(`${option}=${value}`)))}\n`, status: 2 };
}
