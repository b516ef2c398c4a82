/* memory.h - how the C library keeps what is freed. The only module that tells it. */
#ifndef PORT_MEMORY_H
#define PORT_MEMORY_H

/* For a program that runs for long: large blocks go back to the system when they are
 * freed, now and later. Without this the library learns from the first ones that were
 * freed to keep larger and larger ones. Before other threads start. */
void memory_give_back(void);

#endif
