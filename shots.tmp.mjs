import { mkdir } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_FLAGS, ensureBrowser } from './src/commands/browser.mjs';
const only = process.argv.slice(2);
const out='/tmp/w/screen-shots'; await mkdir(out,{recursive:true});
const server = await preview({ preview: { port: 4388, host: '127.0.0.1' } });
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
const follow = (page,q)=>page.evaluate(async q=>{history.pushState(null,'',q);dispatchEvent(new PopStateEvent('popstate'));await new Promise(r=>setTimeout(r,1200));},q);
const SHOTS = [
 ['wide-light','theme=light',1440,1000],['wide-dark','theme=dark',1440,1000],
 ['list','theme=light&view=list',1440,1000],['matrix','theme=light&view=matrix',1440,1000],
 ['reader','theme=light&open=a-moon-cooperate',1440,1000],['reader-dark','theme=dark&open=talks_china~united-states',1440,1000],
 ['tablet','theme=light',1024,768],['phone','theme=light',390,844],['phone-dark','theme=dark',390,844],['phone-reader','theme=light&open=a-moon-cooperate',390,844],
 ['phone-ties','theme=light',390,844],['phone-dates','theme=light',390,844],
 ['yes','theme=light&checked=yes',1440,1000],['contrast','theme=contrast',1440,1000],
 ['share','theme=light',1440,1000],['share-phone','theme=light',390,844],['forced','theme=light',1440,1000],
 ['table','theme=light',1440,1000],
 ['paper','page=paper',1000,1200],
 ['kiosk-quote','kiosk=20',1920,1080,'quote'],['kiosk-ties','kiosk=20',1920,1080,'ties'],['kiosk-venue','kiosk=20',1920,1080,'venue'],['kiosk-unsettled','kiosk=20',1920,1080,'unsettled'],['kiosk-portrait','kiosk=20',1080,1920,'quote'],
];
for (const [name,q,w,h,scene] of SHOTS) {
  if (only.length && !only.some(o=>name.startsWith(o))) continue;
  const page = await browser.newPage({ viewport:{width:w,height:h}, reducedMotion:'reduce', forcedColors: name==='forced'?'active':'none' });
  page.on('pageerror',e=>console.log(name,'ERR',e.message)); page.on('console',m=>m.type()==='error'&&console.log(name,m.text()));
  if (scene) await page.clock.install();
  await page.goto(base); await page.locator('html[data-listening]').waitFor();
  await page.getByRole('button',{name:/^Coverage/}).click();
  await page.getByLabel('Choose a corpus file').setInputFiles('/tmp/w/screen-sample.json');
  for(let i=0;i<40 && !(await page.url()).includes('file=');i++){ if(scene) await page.clock.runFor(500); await new Promise(r=>setTimeout(r,250)); }
  const file = new URL(page.url()).searchParams.get('file');
  await page.evaluate(async q=>{history.pushState(null,'',q);dispatchEvent(new PopStateEvent('popstate'));}, `?v=1&${q}&file=${file}`);
  if (scene) { for(let i=0;i<400 && (await page.locator(`main[data-scene^="${scene}"]`).count())===0;i++) await page.clock.runFor(3000); await page.clock.runFor(1500); }
  else await page.waitForTimeout(4000);
  if (name.startsWith('share')) { await page.getByRole('button',{name:'Share'}).first().click(); await page.waitForTimeout(1200); }
  if (name==='table') { await page.getByRole('button',{name:'Table'}).click(); await page.waitForTimeout(500); }
  if (name==='phone-ties') await page.getByRole('button',{name:'Ties',exact:true}).click();
  if (name==='phone-dates') await page.getByRole('button',{name:'Dates',exact:true}).click();
  if (name==='phone') await page.mouse.wheel(0,900);
  if (name==='paper') await page.waitForTimeout(8000);
  await page.waitForTimeout(500);
  await page.evaluate(()=>document.fonts.ready);
  await page.screenshot({path:`${out}/${name}.png`, fullPage: false });
  await page.close(); console.log(name);
}
await browser.close(); await server.close();
