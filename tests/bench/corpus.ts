/** Folders of frozen pages with ground truth; the format is the shared corpus's README. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface TruthRow {
  name?: string | null;
  names?: string[];
  phones: string[];
  nationalForeign?: boolean;
}

/** One page's ground truth, the keys the bench uses. */
export interface Truth {
  file: string;
  url: string;
  kind: 'record' | 'list' | 'none';
  caller: { names: string[] } | null;
  phones: string[];
  otherPhones: string[];
  notPhones: string[];
  notNames?: string[];
  reference: string | null;
  references?: string[];
  rows: TruthRow[];
  region: string;
  lang?: string;
  notes?: string;
}

export interface CorpusPage {
  product: string;
  truth: Truth;
  html: string;
}

/**
 * The pages of corpus folders. A folder is a product (it holds truth.json) or a set of products.
 * @throws when a folder holds neither
 */
export async function loadCorpus(folders: readonly string[]): Promise<CorpusPage[]> {
  const pages: CorpusPage[] = [];
  for (const folder of folders) {
    const products = existsSync(join(folder, 'truth.json')) ? [folder] : await productsIn(folder);
    if (products.length === 0) throw new Error(`no truth.json in ${folder} or its folders`);
    for (const product of products) pages.push(...(await loadProduct(product)));
  }
  return pages;
}

async function productsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).sort();
  return names.map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'truth.json')));
}

async function loadProduct(folder: string): Promise<CorpusPage[]> {
  const truths = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as Truth[];
  return Promise.all(
    truths.map(async (truth) => {
      const inPages = join(folder, 'pages', truth.file);
      const path = existsSync(inPages) ? inPages : join(folder, truth.file);
      const html = await readFile(path, 'utf8');
      return {
        product: basename(folder),
        truth: { ...truth, url: truth.url ?? homeOf(html, folder, truth) },
        html,
      };
    }),
  );
}

/** Where a page lives when its truth does not say: its own note of it, else an address made up for it. */
function homeOf(html: string, folder: string, truth: Truth): string {
  const noted = /<meta name="lab-url" content="([^"]+)"/.exec(html)?.[1];
  const home = `https://${basename(folder)}.example/`;
  return new URL(noted?.replaceAll('&amp;', '&') ?? truth.file, home).href;
}
