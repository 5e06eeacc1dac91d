/**
 * Codes of the 80000s whose lines Medicare processes without a CLIA number: consultations of pathologists, skin and breath
 * tests, measurements through the skin, work with blood for transfusion, autopsies, work with eggs and embryos. Of CMS's
 * list (Claims Processing Manual, chapter 16, section 70.9) 86486 (transmittal 1471) and 89337 (CR 9035) were confirmed.
 */
export const CLIA_EXEMPT = [
  ...['80500-80506', '81050', '82075', '83013-83014', '83987'],
  ...['86077-86079', '86485-86486', '86490', '86510', '86580'],
  ...['86890-86891', '86910-86911', '86927-86932', '86945', '86950', '86960', '86965', '86985', '86999'],
  ...['88000-88099', '88125', '88240-88241', '88720-88749'],
  ...['89049', '89220', '89230', '89250-89291', '89335-89356'],
];
