import { gzipSync, strToU8, zipSync } from 'fflate';
import { bytesOf, patched, randomBytes, replaced, u32, u32le, type Bytes } from './bytes.js';
import { refusedAs, type HostileFile } from './hostile-file.js';
import { png, webpChunk } from './pictures.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.domain)</script></svg>';
const HTML = '<!doctype html><html><body onload="alert(1)">logo</body></html>';

/** Files that are no picture of the four types, whatever they are called. */
export function misleadingFiles(): readonly HostileFile[] {
  return [
    ...refusedAs('svg-refused', svgFiles()),
    ...refusedAs('not-an-image', otherFiles()),
    ...refusedAs('not-an-image', cutSignatures()),
    ...refusedAs('type-not-allowed', otherPictures()),
    ...refusedAs('empty', { 'no bytes at all': bytesOf() }),
  ];
}

const utf16 = (text: string, isLittle: boolean): Bytes =>
  bytesOf(
    isLittle ? [0xff, 0xfe] : [0xfe, 0xff],
    Array.from(text, (character) => (isLittle ? `${character}\0` : `\0${character}`)),
  );

const packed = (text: string): Bytes => bytesOf(gzipSync(strToU8(text), { mtime: 0 }));

function svgFiles(): Record<string, Bytes> {
  const body = SVG.slice('<svg'.length);
  return {
    'SVG with a script': bytesOf(SVG),
    'SVG without a script': bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/></svg>'),
    'SVG with a handler': bytesOf('<svg onload="alert(1)"/>'),
    'SVG with a page inside': bytesOf(
      '<svg><foreignObject><iframe src="//x.example"/></foreignObject></svg>',
    ),
    'SVG that loads something': bytesOf('<svg><image href="https://x.example/track.png"/></svg>'),
    'SVG behind a prolog': bytesOf('<?xml version="1.0" encoding="UTF-8"?>\n', SVG),
    'SVG behind entities': bytesOf('<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "ha">]>', SVG),
    'SVG behind a long comment': bytesOf(`<!-- ${'x'.repeat(5000)} -->`, SVG),
    'SVG behind spaces': bytesOf(' \r\n\t'.repeat(40), SVG),
    'SVG with a byte order mark': bytesOf(0xef, 0xbb, 0xbf, SVG),
    'SVG in UTF-16, little end first': utf16(SVG, true),
    'SVG in UTF-16, big end first': utf16(SVG, false),
    'SVG in UTF-32': bytesOf(
      0xff,
      0xfe,
      0,
      0,
      Array.from(SVG, (character) => `${character}\0\0\0`),
    ),
    'SVG with a prefix': bytesOf('<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script/></s:svg>'),
    'SVG in capitals': bytesOf('<SVG', body),
    'SVG, packed': packed(SVG),
    'SVG behind a long comment, packed': packed(`<!-- ${'y'.repeat(50_000)} -->${SVG}`),
    'SVG, packed and cut': packed(`${SVG}${'z'.repeat(200)}`).slice(0, -6),
  };
}

function otherFiles(): Record<string, Bytes> {
  const random = Array.from({ length: 10 }, (_, seed): [string, Bytes] => [
    `random bytes ${seed}`,
    randomBytes(500 + seed * 100, seed),
  ]);
  return {
    'a page': bytesOf(HTML),
    'a page with a byte order mark': bytesOf(0xef, 0xbb, 0xbf, HTML),
    'a page in UTF-16': utf16(HTML, true),
    'a script': bytesOf('alert(document.cookie)'),
    'a style sheet': bytesOf('body { background: url(//x.example) }'),
    JSON: bytesOf('{"data":"iVBORw0KGgo="}'),
    'a data address': bytesOf('data:image/png;base64,iVBORw0KGgo='),
    PHP: bytesOf('<?php system($_GET["c"]);'),
    'a shell script': bytesOf('#!/bin/sh\nrm -rf ~\n'),
    PDF: bytesOf('%PDF-1.7\n1 0 obj <</OpenAction 2 0 R>> endobj'),
    PostScript: bytesOf('%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9'),
    'a ZIP archive': bytesOf(zipSync({ 'logo.png': png() }, { mtime: '1980-01-01' })),
    'text, packed': packed('logo'),
    'a broken packed file': bytesOf(0x1f, 0x8b, 8, 0, 0xff, 0xff),
    'a Windows program': bytesOf('MZ\u0090\0\u0003\0\0\0', new Uint8Array(80)),
    'a Linux program': bytesOf('\u007fELF\u0002\u0001\u0001\0', new Uint8Array(80)),
    WebAssembly: bytesOf('\0asm\u0001\0\0\0'),
    'a sound': bytesOf('RIFF', u32le(40), 'WAVE', webpChunk('fmt ', new Uint8Array(16))),
    'a film': bytesOf('RIFF', u32le(40), 'AVI LIST', new Uint8Array(28)),
    'a font': bytesOf('wOF2', new Uint8Array(60)),
    'a database': bytesOf('SQLite format 3\0', new Uint8Array(90)),
    'nothing but zeros': new Uint8Array(1024),
    'one letter': bytesOf('x'),
    ...Object.fromEntries(random),
  };
}

function cutSignatures(): Record<string, Bytes> {
  return {
    'a PNG sent as text': bytesOf(png().filter((byte, at) => at !== 4 || byte !== 0x0d)),
    'a PNG with its first byte lost': png().slice(1),
    'a PNG of seven bits a byte': patched(png(), 0, 0x09),
    'seven bytes of a PNG': png().slice(0, 7),
    'two bytes of a JPEG': bytesOf(0xff, 0xd8),
    'a GIF of an unknown version': bytesOf('GIF88a', new Uint8Array(40)),
    'four bytes of a GIF': bytesOf('GIF8'),
    'eight bytes of a WebP': bytesOf('RIFF', u32le(100)),
    'a WebP with another name': replaced(bytesOf('RIFF', u32le(4), 'WEBP'), 'WEBP', 'WEBQ'),
  };
}

function otherPictures(): Record<string, Bytes> {
  const rest = new Uint8Array(120);
  return {
    BMP: bytesOf('BM', u32le(134), 0, 0, 0, 0, u32le(54), rest),
    'TIFF, little end first': bytesOf('II*\0', u32le(8), rest),
    'TIFF, big end first': bytesOf('MM\0*', u32(8), rest),
    'an icon': bytesOf(0, 0, 1, 0, 1, 0, rest),
    'a cursor': bytesOf(0, 0, 2, 0, 1, 0, rest),
    Photoshop: bytesOf('8BPS\0\u0001', rest),
    AVIF: bytesOf(u32(28), 'ftypavif', rest),
    HEIC: bytesOf(u32(28), 'ftypheic', rest),
    'MP4 film': bytesOf(u32(28), 'ftypisom', rest),
    'JPEG XL': bytesOf(u32(12), 'JXL \r\n\u0087\n', rest),
    'bare JPEG XL': bytesOf(0xff, 0x0a, rest),
    'JPEG 2000': bytesOf(u32(12), 'jP  \r\n\u0087\n', rest),
  };
}
