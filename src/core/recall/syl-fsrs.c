/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recall/syl-fsrs.h"

#include <math.h>

/*
 * FSRS-6, the Free Spaced Repetition Scheduler, by Jarrett Ye and others. The formulas and their
 * default parameters are published by the Open Spaced Repetition project ("The Algorithm" in the wiki
 * of awesome-fsrs, and the reference implementations fsrs-rs and py-fsrs, whose test vectors this one
 * is checked against). The names of the parameters are w0 to w20 there.
 */

#define MIN_STABILITY 0.001
#define MIN_DIFFICULTY 1.0
#define MAX_DIFFICULTY 10.0

static const double default_parameters[SYL_FSRS_N_PARAMETERS] = {
  0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
  1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
};

/**
 * syl_fsrs_init:
 * @self: (out caller-allocates): a scheduler
 *
 * Gives it the published default parameters, and a retention of 90 %.
 */
void
syl_fsrs_init (SylFsrs *self)
{
  for (gsize i = 0; i < SYL_FSRS_N_PARAMETERS; i++)
    self->parameters[i] = default_parameters[i];
  self->retention = 0.9;
}

/* Such that the chance is 90 % after as many days as the stability says. */
static double
get_factor (const SylFsrs *self)
{
  return pow (0.9, -1 / self->parameters[20]) - 1;
}

/**
 * syl_fsrs_get_chance:
 * @self: a scheduler
 * @memory: something that was asked for at least once
 * @days: since it was asked for last, not negative
 *
 * The forgetting curve, a power law: (1 + factor · days / stability) ^ −w20.
 *
 * Returns: the chance that it is remembered, 0 to 1
 */
double
syl_fsrs_get_chance (const SylFsrs       *self,
                     const SylFsrsMemory *memory,
                     double               days)
{
  return pow (1 + get_factor (self) * days / memory->stability, -self->parameters[20]);
}

/* Not bounded: the mean that difficulties go back to is that of an easy one, which is below 1. */
static double
get_first_difficulty (const SylFsrs *self,
                      SylFsrsRating  rating)
{
  return self->parameters[4] - exp (self->parameters[5] * (rating - SYL_FSRS_AGAIN)) + 1;
}

/* The nearer to the hardest, the smaller the step; and a little back to the mean each time. */
static double
get_next_difficulty (const SylFsrs *self,
                     double         difficulty,
                     SylFsrsRating  rating)
{
  const double *w = self->parameters;
  int grade = (int) rating - SYL_FSRS_GOOD;
  double next = difficulty - w[6] * grade * (MAX_DIFFICULTY - difficulty) / 9;

  return w[7] * get_first_difficulty (self, SYL_FSRS_EASY) + (1 - w[7]) * next;
}

static double
get_stability_when_remembered (const SylFsrs       *self,
                               const SylFsrsMemory *memory,
                               SylFsrsRating        rating,
                               double               chance)
{
  const double *w = self->parameters;
  double gain = exp (w[8]) * (11 - memory->difficulty) * pow (memory->stability, -w[9]) * expm1 ((1 - chance) * w[10]);

  if (rating == SYL_FSRS_HARD)
    gain *= w[15];
  else if (rating == SYL_FSRS_EASY)
    gain *= w[16];
  return memory->stability * (1 + gain);
}

static double
get_stability_when_forgotten (const SylFsrs       *self,
                              const SylFsrsMemory *memory,
                              double               chance)
{
  const double *w = self->parameters;
  double next = w[11] * pow (memory->difficulty, -w[12]) * (pow (memory->stability + 1, w[13]) - 1) *
                exp ((1 - chance) * w[14]);

  return MIN (next, memory->stability / exp (w[17] * w[18]));
}

/* Once more on the same day: the curve says nothing about that. */
static double
get_stability_same_day (const SylFsrs       *self,
                        const SylFsrsMemory *memory,
                        SylFsrsRating        rating)
{
  const double *w = self->parameters;
  int grade = (int) rating - SYL_FSRS_GOOD;
  double gain = exp (w[17] * (grade + w[18])) * pow (memory->stability, -w[19]);

  return memory->stability * (rating == SYL_FSRS_AGAIN ? gain : MAX (gain, 1));
}

static double
get_next_stability (const SylFsrs       *self,
                    const SylFsrsMemory *memory,
                    SylFsrsRating        rating,
                    double               days)
{
  double chance;

  if (days < 1)
    return get_stability_same_day (self, memory, rating);
  chance = syl_fsrs_get_chance (self, memory, days);
  if (rating == SYL_FSRS_AGAIN)
    return get_stability_when_forgotten (self, memory, chance);
  return get_stability_when_remembered (self, memory, rating, chance);
}

/**
 * syl_fsrs_review:
 * @self: a scheduler
 * @memory: (nullable): what was supposed so far; %NULL if it is asked for the first time
 * @rating: how well it was remembered
 * @days: since it was asked for last, not negative; less than 1 on the same day
 *
 * Can be called on any thread.
 *
 * Returns: what is supposed from now on
 */
SylFsrsMemory
syl_fsrs_review (const SylFsrs       *self,
                 const SylFsrsMemory *memory,
                 SylFsrsRating        rating,
                 double               days)
{
  SylFsrsMemory next;

  if (memory == NULL || !(memory->stability > 0))
    {
      next.stability = self->parameters[rating - SYL_FSRS_AGAIN];
      next.difficulty = get_first_difficulty (self, rating);
    }
  else
    {
      next.stability = get_next_stability (self, memory, rating, days);
      next.difficulty = get_next_difficulty (self, memory->difficulty, rating);
    }
  next.stability = CLAMP (next.stability, MIN_STABILITY, SYL_FSRS_MAX_DAYS);
  next.difficulty = CLAMP (next.difficulty, MIN_DIFFICULTY, MAX_DIFFICULTY);
  return next;
}

/**
 * syl_fsrs_get_interval:
 * @self: a scheduler
 * @memory: something that was asked for at least once
 *
 * Nothing is left to chance: there are few cards, and syl_recall_spread() takes care of many on one day.
 *
 * Returns: after how many days the chance will have fallen to the retention that is wanted, from 1
 *   to %SYL_FSRS_MAX_DAYS
 */
unsigned int
syl_fsrs_get_interval (const SylFsrs       *self,
                       const SylFsrsMemory *memory)
{
  double days = memory->stability / get_factor (self) * (pow (self->retention, -1 / self->parameters[20]) - 1);

  return (unsigned int) CLAMP (nearbyint (days), 1, SYL_FSRS_MAX_DAYS);
}
