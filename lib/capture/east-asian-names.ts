/** Names and sentences in the scripts of China, Japan and Korea. */
import { readLabel } from './labels.ts';

/** Family names of one character, as they alone stand where the rest is not known; other single ones are words. */
const familyNames = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘蒋蔣蔡余杜叶葉程苏蘇魏吕呂任沈姚卢盧姜崔钟鐘谭譚陆陸汪范廖贾賈韦韋邹鄒孟熊秦邱尹薛闫閻侯龚龔邵覃戴莫汤湯黎贺賀顾顧郝毛森김이박최정강조윤장임한오서신권황안송류홍',
);

/** Whether a text is a family name of one character. */
export function isFamilyName(name: string): boolean {
  return name.length === 1 && familyNames.has(name);
}

/**
 * "取引先を登録する", "利用中", "応答待ち": what is done, and how things are. Endings of verbs count after what they are
 * written to: names in hiragana end like them ("山田 たける", "やました").
 */
const japaneseSentence =
  /\p{sc=Han}[\p{sc=Hiragana}]*を|[\p{sc=Han}\p{sc=Katakana}ー](?:(?:する|ける|した|して)|\p{sc=Hiragana}{0,6}(?:します|ません|ました|ください))$|(?:待ち|設定|一覧|詳細|履歴|検索|項目|状況|属性|請求|行列)$|\p{sc=Han}に\p{sc=Han}|^[\p{sc=Han}\p{sc=Katakana}ー]{2,}(?:中|済み?)$/u;

/** Whether a text says in Japanese what is done or how things are. "李建中" is a whole name that ends like a state. */
export function isSentence(text: string): boolean {
  const isWholeName = /^\p{sc=Han}{3}$/u.test(text) && familyNames.has(text.charAt(0));
  return japaneseSentence.test(text) && !isWholeName;
}

/** The name without how its bearer is written to ("小野寺 美咲 様"); "お客様" is a word. */
export function withoutSama(name: string): string {
  const bare = /^(.*[^\s御おご]{2})\s?(?:様|さま|殿)$/u.exec(name)?.[1];
  return bare && /\p{sc=Han}|\p{sc=Katakana}/u.test(bare) && readLabel(name) === null ? bare : name;
}
