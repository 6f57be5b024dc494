package dev.andon.query.morningreview;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. Holidays are not known here. */
final class WorkingDays {

    private WorkingDays() {}

    /** So many working days after this day, which itself does not count. */
    static LocalDate after(LocalDate day, int days) {
        LocalDate reached = day;
        int left = days;
        while (left > 0) {
            reached = reached.plusDays(1);
            if (reached.getDayOfWeek() != DayOfWeek.SATURDAY && reached.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return reached;
    }
}
