/* turn.h - one at a time: who does what takes much of the machine waits until nobody else
 * of the same user does it, in this process or another one.
 *
 * A lock on a file in $TMPDIR or /tmp that stays there empty; it is given back by the
 * system where a process ends without a word. Where no such file can be made, or it is
 * somebody else's, nobody waits.
 */
#ifndef PORT_TURN_H
#define PORT_TURN_H

/* Waits. `what` is part of the file's name: "print". For turn_end(); -1: nobody waits. */
int  turn_begin(const char *what);
void turn_end(int turn);

#endif
