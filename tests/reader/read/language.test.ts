// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { detectLanguage, languageOf } from '../../../src/reader/read/language.ts';
import { STORY } from './files.ts';

describe('the language of a text', () => {
  it.each([
    ['en', STORY[0]],
    [
      'de',
      'Der Hafen bleibt bis Freitag geschlossen, sagte die Behörde, nachdem ein Kran in das Becken gefallen war und die Ausfahrt für elf Schiffe versperrt hatte.',
    ],
    [
      'fr',
      'Le port restera fermé jusqu’à vendredi, a dit la direction, après la chute d’une grue dans le bassin, qui bloque la sortie pour les bateaux de la ville.',
    ],
    [
      'es',
      'El puerto sigue cerrado hasta el viernes, según dijo la autoridad, después de que una grúa cayera en la dársena y bloqueara la salida de los barcos.',
    ],
    [
      'it',
      'Il porto resta chiuso fino a venerdì, ha detto la direzione, dopo che una gru è caduta nel bacino e ha bloccato la via di uscita per le navi della città.',
    ],
    [
      'nl',
      'De haven blijft tot vrijdag dicht, zei het bestuur, nadat een kraan in het bekken was gevallen en de uitvaart voor elf schepen had versperd.',
    ],
    ['ru', 'Порт останется закрытым до пятницы, сообщило управление, после того как кран упал в бассейн.'],
    ['uk', 'Порт залишиться закритим до п’ятниці, повідомило управління, після того як кран упав у басейн.'],
    ['ar', 'قالت الهيئة إن الميناء سيبقى مغلقا حتى يوم الجمعة بعد سقوط رافعة في الحوض'],
    ['he', 'הנמל יישאר סגור עד יום שישי, אמרה הרשות, לאחר שמנוף נפל לתוך האגן'],
    ['ja', '港は金曜日まで閉鎖される、と港湾局は火曜日に発表した。'],
    ['zh', '港务局周二表示，由于起重机倒塌，港口将关闭至周五。'],
    ['ko', '항만청은 화요일 크레인이 쓰러져 항구가 금요일까지 폐쇄된다고 밝혔다.'],
    ['und', 'Lindvik 12 14 Arden'],
    [
      'und',
      'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua',
    ],
  ])('is %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it('is what a tag says more precisely, or where the words do not tell; words beat a tag that contradicts them', () => {
    const tag = (value: string) => ({ value, found: 'html lang' });
    expect(languageOf(STORY[0], tag('en_GB'))).toEqual({ value: 'en-GB', found: 'html lang' });
    expect(languageOf(STORY[0], tag('de'))).toEqual({ value: 'en', found: 'the words' });
    expect(languageOf('Lindvik', tag('nn-NO'))).toEqual({ value: 'nn-NO', found: 'html lang' });
    expect(languageOf('Lindvik', tag('<b>'))).toEqual({ value: 'und', found: 'nowhere' });
    expect(languageOf('Lindvik', null)).toEqual({ value: 'und', found: 'nowhere' });
  });
});
