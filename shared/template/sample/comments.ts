/** What the sample's customers write. Plain sentences in four moods; no names, nobody is quoted. */
export const promoterComments = [
  'Ordered on Monday, arrived on Wednesday. No fuss.',
  'The mail with my cart was handy, I had simply forgotten about it.',
  'Good quality, and the return was painless.',
  'A real person rang me back the same day. That is why I stay.',
  'Packed with care and the colours are as shown.',
  'Easy to find things and the checkout remembers me.',
  'Third order this year, never a problem.',
] as const;

export const passiveComments = [
  'Fine, but delivery is slower than elsewhere.',
  'Nice things. The checkout asks for too much.',
  'Okay. The size chart could be clearer.',
  'It was fine, I just did not see the shipping cost until the end.',
  'Good shop, a bit many mails.',
  'Price is right, the app is slow.',
] as const;

export const detractorComments = [
  'Wrote three times about my refund and only ever got the same automatic reply.',
  'The parcel was late and nobody told me why.',
  'Too many mails, and the link to leave the list is hard to find.',
  'The checkout broke down twice on my phone and lost my cart.',
  'The voucher code did not work and nobody answered.',
  'Arrived damaged. The answer was a text block that did not fit my question.',
  'Shipping costs appear only on the last page. That feels dishonest.',
] as const;

export const complaintSubjects = [
  'Where is my parcel?',
  'Refund still not received',
  'Item arrived damaged',
  'Wrong size delivered',
  'Checkout fails with my card',
  'Voucher code is not accepted',
  'Charged twice for one order',
  'Please take me off the mailing list',
] as const;
