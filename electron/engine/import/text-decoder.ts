import iconv from 'iconv-lite';

/** Turns bytes into text piece by piece; letters cut by the end of a piece wait for the next one. */
export interface PieceDecoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

/** `encoding` as `recogniseEncoding` or `knownEncoding` names it. A mark at the beginning is left out; bytes that are no letters become U+FFFD. */
export function pieceDecoder(encoding: string): PieceDecoder {
  if (encoding === 'utf-8' || encoding === 'utf-16le') {
    const decoder = new TextDecoder(encoding);
    return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(encoding);
  let atStart = true;
  return {
    push: (bytes) => {
      const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (!atStart || text === '') return text;
      atStart = false;
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    },
    end: () => decoder.end() ?? '',
  };
}
