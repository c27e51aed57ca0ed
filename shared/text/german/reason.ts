/** Why a row stands in quarantine. Keys are those that are stored and counted. */
export const reason = {
  row: {
    'no-key': 'kein Schlüssel, der einen Kunden benennt; Sammeladressen und Platzhalter zählen nicht',
    'no-date': 'kein Datum',
    'no-activity': 'keine Art der Aktivität',
    'empty-row': 'alle Zellen sind leer',
    'too-many-cells': 'mehr Zellen, als die Kopfzeile Spalten hat',
    'too-few-cells': 'weniger Zellen, als die Kopfzeile Spalten hat',
    'unbalanced-quote': 'ein Anführungszeichen, das an falscher Stelle öffnet oder schließt',
    'nul-byte': 'ein NUL-Byte, das kein Text enthält',
    'too-long': 'eine Zeile von mehr als einer Million Zeichen',
    'line-without-record': 'eine Folgezeile, über der die erste Zeile ihres Datensatzes fehlt',
    'bad-json': 'eine Zeile, die kein JSON-Objekt ist oder mehr als 100-fach verschachtelt',
  },
  cell: {
    'bad-number': 'ist keine Zahl',
    'bad-date': 'ist kein Datum, das es gibt',
    'ambiguous-date': 'könnten zwei verschiedene Tage sein',
    'bad-boolean': 'ist weder ja noch nein',
    'score-off-scale': 'liegt außerhalb der Skala',
    'other-currency': 'ist nicht in der Währung des Piloten',
  },
  ofCell: (column: string, words: string) => `die Zelle in „${column}“ ${words}`,
};
