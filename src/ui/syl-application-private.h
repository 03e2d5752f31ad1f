/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reminder/syl-background.h"
#include "reminder/syl-reminder.h"
#include "syl-application.h"
#include "syl-window.h"

G_BEGIN_DECLS

struct _SylApplication
{
  AdwApplication parent_instance;

  SylLibrary *library; /* owned, from startup on */
  GSettings *settings; /* owned, from startup on */
  SylReminder *reminder; /* owned, from startup on */
  SylBackground *background; /* owned, from startup on */
};

void       _syl_application_install_actions (SylApplication  *self);
SylWindow *_syl_application_present_window  (SylApplication  *self);
void       _syl_application_open            (SylApplication  *self,
                                             GFile          **files,
                                             int              n_files);

G_END_DECLS
