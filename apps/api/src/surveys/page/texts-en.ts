/** What the page of a survey says in English. `{…}` is filled in. */
export const en = {
  title: 'Your opinion',
  switchTo: '中文',
  optional: 'optional',
  send: 'Send',
  again: 'You have answered already. What you send now takes the place of it.',
  wordsBefore: 'What you wrote before stays unless you write something else.',
  takeWordsAway: 'Take away what I wrote before',
  sides: { expectation: 'What you expect', perception: 'How you find us' },
  privacy: 'We use what you answer to see how well we serve our customers.',
  stopLink: 'I do not want to be asked any more',
  errorTitle: 'Error: {title}',
  errorLead: 'Nothing has been sent yet. Look at this:',
  errors: {
    missing: 'is missing',
    scale: 'is not on the scale',
    option: 'is none of the answers',
    long: 'is longer than 2000 characters',
    unreadable: 'holds characters that cannot be read',
  },
  thanks: {
    title: 'Thank you',
    next: 'Your answer has arrived.',
    until: 'You can change it until {until}.',
    change: 'Change the answer',
  },
  gone: {
    title: 'This link does not lead anywhere any more',
    next: 'It was used, it has ended, or it was not copied whole. If there is something you want to tell us, write or call us.',
  },
  stop: {
    title: 'No more questions',
    lead: 'Do you want us to ask for your opinion no more? You can have that changed any time: tell us.',
    confirm: 'Do not ask me any more',
    done: 'We do not ask you any more.',
  },
  fault: {
    title: 'Your answer was not taken',
    again: 'That is our fault. What you told us still stands below: send it again in a minute.',
    back: 'That is our fault. Go back in your browser, where what you typed is kept, and send it again in a minute.',
    otherTitle: 'That did not work',
    otherNext: 'That is our fault. Try it again in a minute.',
  },
  tooMany: {
    title: 'Too often from here',
    next: 'Nothing has been sent. Go back in your browser, where what you typed is kept, and send it again in {minutes} min.',
  },
};
